# $seller is who answers for the shop; $email the address that travellers write to.

## Privacy

privacy-title = Privacy
privacy-lead = We keep what we need to handle your order, and nothing that tracks you.
privacy-keep = What we keep
privacy-keep-email = Your email address, from Stripe’s page: to send the eSIM, and for you to sign in.
privacy-keep-orders = Your orders, their eSIMs and what happened when: to deliver, to refund, and for the books.
privacy-keep-usage = How much of each plan is used and when it began and ends, as the network last reported: to show you what remains, and to warn you in time. Not what you used it for, and not where.
privacy-keep-traveller = The name you give an eSIM’s traveller, if you give one: only so that you can tell your eSIMs apart. You can remove it at any time.
privacy-keep-country = The country of your billing address, from Stripe’s page: so that our reminders do not come at night, to know whether you have the right to withdraw, and for the tax in the price.
privacy-keep-consent = What you agreed to at the pay button, in which language and when: to show what was agreed.
privacy-keep-partner = If a partner’s link led you here: the partner’s name, with your order, to pay the commission.
privacy-keep-counts = For a short while, a count of requests by address: against misuse.
privacy-not = What we do not keep
privacy-not-text = Your card details, where you are, what you do online. No advertising and no third-party scripts on these pages. We count how often each plan’s page is opened, without cookies and without anything about you.
privacy-cookies = Cookies
privacy-cookies-text = None while you browse. When you order, one that marks this browser as the buyer’s, so that it shows you the code; when you open your order from the delivery email, one that lets this browser show that order; when you ask for a sign-in link, one for a day, so that we can tell you if the link is opened in another browser; when you sign in, one that keeps you signed in. All are necessary and none is shared.
privacy-others = Who else is involved
privacy-stripe = Stripe takes the payment, under its own privacy policy.
privacy-supplier = Our eSIM supplier issues the eSIM. It doesn’t receive your name, address or payment details.
privacy-mail = An email provider delivers our emails to you.
privacy-rights = Your rights
privacy-rights-text = Ask us what we hold about you, have it corrected or, where the law on bookkeeping allows, deleted: <a>{ $email }</a>. Responsible: { $seller }.

## Refunds

refunds-title = Refunds
refunds-lead = Delivered or refunded, automatically. You never have to ask for your own money.
refunds-undelivered = When your eSIM cannot be delivered
refunds-undelivered-text = We automatically refund the full price to the card or account you paid with:
refunds-at-once = immediately, if our supplier says that it cannot be issued;
# $time is a length of time such as “30 minutes”.
refunds-after = after { $time }, if it has not arrived by then;
refunds-unclear = after { $time } at most, if a reply was lost and it may have been issued.
refunds-several = If you bought several and only some could be issued, you keep those and we refund the others. Your order’s page shows each step with its time. Banks take five to ten days to show a refund.
refunds-mind = If you change your mind
refunds-mind-fee = A plan that was never used can be cancelled within { $days } days of buying, even if it is installed. A fee of { $fee } is deducted from each; you see the exact refund before you confirm. Do it yourself: open the eSIM under <a>My eSIMs</a> and tap “Cancel and refund”. The same page then shows the status and the refund reference. A top-up that has not started can be cancelled in the same way.
refunds-mind-full = A plan that was never used can be cancelled within { $days } days of buying, even if it is installed. We refund the full price. Do it yourself: open the eSIM under <a>My eSIMs</a> and tap “Cancel and refund”. The same page then shows the status and the refund reference. A top-up that has not started can be cancelled in the same way.
refunds-mind-never = A plan that was delivered cannot be cancelled. Rights that your own country gives you as a consumer stay yours.
refunds-broken = If it does not work
refunds-broken-text = First look up <a>your phone’s message and what to do</a>: most problems are a switch in the settings. If it still doesn’t work, contact us while you’re travelling, not afterwards: <a2>{ $email }</a2>.
refunds-not = What cannot be refunded
refunds-not-text = A plan that has started, and data that has been used. An eSIM removed from the phone cannot be installed again; its plan can be cancelled only if it has not started.

## Terms

terms-title = Terms
terms-seller = You buy from <b>{ $seller }</b>. Email <a>{ $email }</a>.
terms-buy = What you buy
terms-buy-text = A prepaid data plan on an eSIM: a set amount of data for a set number of days, in the countries listed on the plan’s page. No phone number, no calls, no subscription, no automatic renewal.
terms-pay = What you pay
terms-pay-text = The price on the plan’s page, in { $currency }, once. You pay on Stripe’s page; we never see your card. Your bank may add its own fee for paying in another currency.
terms-get = When you get it
terms-get-text = The QR code is shown and emailed as soon as our supplier issues it, usually within seconds of payment. If it has not arrived after { $time }, the payment is refunded in full automatically; if a reply was lost and the eSIM may have been issued, after { $longest } at most.
terms-use = Using it
terms-use-once = An eSIM can be installed once, on one phone. It must not be removed: it cannot be installed again.
terms-use-phone = The phone must support eSIM and must not be locked to a carrier.
terms-use-days = The days count from the first connection at the destination. Start within 60 days of buying; after that the plan may start automatically or stop working.
terms-use-speed = Speed and coverage depend on the local networks, which we do not operate.
terms-use-code = Keep the activation code to yourself: anyone who has it can install your eSIM.
terms-mind = Changing your mind
terms-mind-text = See <a>refunds</a>.
terms-law = Law
terms-law-text = The law of { $law } applies. Rights that your own country gives you as a consumer stay yours.
