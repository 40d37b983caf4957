# $seller is who answers for the shop; $email the address that travellers write to.

## Privacy

privacy-title = Privacy
privacy-lead = We keep what an order needs, and nothing to follow you with.
privacy-keep = What we keep
privacy-keep-email = Your e-mail address, from Stripe’s page: to send the eSIM, and for you to sign in.
privacy-keep-orders = Your orders, their eSIMs and what happened when: to deliver, to refund, and for the books.
privacy-keep-usage = How much of each plan is used and when it began and ends, as the network last told us: to show you what is left, and to warn you in time. Not what you used it for, and not where.
privacy-keep-traveller = The name you give an eSIM’s traveller, if you give one: only for you to tell your eSIMs apart. You can take it away at any time.
privacy-keep-country = The country of your billing address, from Stripe’s page: so that our reminders do not come at night.
privacy-keep-counts = For a short while, a count of requests by address: against misuse.
privacy-not = What we do not have
privacy-not-text = Your card, your name, where you are, what you do online. No advertising, no analytics, no third party’s script runs on these pages.
privacy-cookies = Cookies
privacy-cookies-text = None while you look around. When you order, one that says that this browser made the order, so that only you see its code; when you ask for a sign-in link, one for a day, so that a link opened in another browser says so; when you sign in, one that keeps you signed in. All of them are needed and none is shared.
privacy-others = Who else is involved
privacy-stripe = Stripe takes the payment, under its own privacy policy.
privacy-supplier = Our eSIM supplier makes the eSIM. It is not given your name, address or payment.
privacy-mail = A mail provider carries our mails to you.
privacy-rights = Your rights
privacy-rights-text = Ask us what we hold about you, have it corrected or, where the law on bookkeeping allows, deleted: <a>{ $email }</a>. Responsible: { $seller }.

## Refunds

refunds-title = Refunds
refunds-lead = Delivered or refunded. Nobody has to ask for money that is theirs.
refunds-undelivered = When your eSIM cannot be delivered
refunds-undelivered-text = The whole price goes back to the card or account you paid with, by itself:
refunds-at-once = at once, if our supplier says that it cannot be made;
# $time is a length of time such as “30 minutes”.
refunds-after = after { $time }, if it has not come by then;
refunds-unclear = after { $time } at most, if a reply was lost and it may have been made.
refunds-several = If you bought several and only some could be made, you keep those and are refunded for the others. Your order’s page shows each step with its time. Banks take five to ten days to show the money.
refunds-mind = When you have changed your mind
refunds-mind-fee = A plan that was never used can be given back within { $days } days of buying, even if it is installed. { $fee } is kept of each; the exact amount you get is shown before you decide. You do it yourself: open the eSIM at <a>My eSIMs</a> and press “Give it back”. The same page then shows how far it is, with the refund’s reference. A top-up that waits can be given back in the same way.
refunds-mind-full = A plan that was never used can be given back within { $days } days of buying, even if it is installed. The whole price goes back. You do it yourself: open the eSIM at <a>My eSIMs</a> and press “Give it back”. The same page then shows how far it is, with the refund’s reference. A top-up that waits can be given back in the same way.
refunds-mind-never = A plan that was delivered cannot be given back. Rights that your own country gives you as a consumer stay yours.
refunds-broken = When it does not work
refunds-broken-text = Look at <a>what the phone says and what to do</a> first: most troubles are a switch in the settings. If it still does not work, write to us from the journey and not after it: <a2>{ $email }</a2>.
refunds-not = What cannot be refunded
refunds-not-text = A plan that has started, and data that was used. An eSIM that was removed from the phone cannot be installed again; its plan can be given back only while it has not started.

## Terms

terms-title = Terms
terms-seller = You buy from <b>{ $seller }</b>. Write to <a>{ $email }</a>.
terms-buy = What you buy
terms-buy-text = A prepaid data plan on an eSIM: so much data, for so many days, in the countries named on the plan’s page. No phone number, no calls, no subscription, nothing that renews by itself.
terms-pay = What you pay
terms-pay-text = The price on the plan’s page, in { $currency }, once. You pay on Stripe’s page; we never see your card. Your bank may add its own fee for paying in another currency.
terms-get = When you get it
terms-get-text = The QR code is shown and mailed as soon as our supplier has made it, usually within seconds of the payment. If it has not come after { $time }, the payment is returned in full by itself; where a reply was lost and the eSIM may have been made, after { $longest } at most.
terms-use = Using it
terms-use-once = An eSIM can be installed once, on one phone. It must not be removed: it cannot be installed again.
terms-use-phone = The phone must take eSIMs and must not be locked to a carrier.
terms-use-days = The days count from the first connection at the destination. Start within 60 days of buying; after that the plan may start by itself, or may no longer work.
terms-use-speed = Speed and coverage are those of the local networks, which we do not run.
terms-use-code = The activation code belongs to you alone: whoever has it can install your eSIM.
terms-mind = Changing your mind
terms-mind-text = See <a>refunds</a>.
terms-law = Law
terms-law-text = The law of { $law } applies. Rights that your own country gives you as a consumer stay yours.
