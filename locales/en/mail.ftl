# Every mail is sent as HTML and as text. <b> and <a> are left out of the text.
# Words of the phone’s own settings (Primary, Allow Cellular Data Switching …) are to be those that the phone shows in your language.

## Every mail

# The subject line. $what is the mail’s headline, $shop the shop’s name.
mail-subject = { $what } – { $shop }
# $order is the order’s number: E10001.
mail-subject-order = { $what } – { $shop } { $order }
# In text mails: a name and what belongs to it, such as “Total paid: $14.40” or “Top up: https://…”.
mail-labelled = { $label }: { $value }
# A code, number or link to be copied, in a mail’s plain text. Written from right to left it stands on a line of its own.
mail-copied = { $label }: { $value }
mail-questions = Questions? Reply to this email or write to <a>{ $email }</a>.
mail-order = Order { $order }.
mail-open-order = Open your order
mail-see-esim = See your eSIM
mail-top-up = Top up
# $ends is a day and a time: 22 Jan 2027, 10:32 UTC.
mail-runs-until = It runs until <b>{ $ends }</b>.

## Receipt

mail-receipt = Receipt
mail-receipt-total = Total paid
# $at is a day and a time.
mail-receipt-paid = Order { $order }, paid on { $at }.
# $seller is a company’s name and address.
mail-receipt-seller = Sold by { $seller }.

## The eSIMs are here

mail-ready = { $n ->
    [one] Your eSIM is ready
   *[other] Your { $n } eSIMs are ready
}
# $here is a part of $ordered: 1 of 3.
mail-some-ready = { $here ->
    [one] { $here } of your { $ordered } eSIMs is ready
   *[other] { $here } of your { $ordered } eSIMs are ready
}
mail-still-waiting = { $n ->
    [one] One more is on its way. We’ll email it as soon as it’s ready, or refund it automatically.
   *[other] { $n } more are on their way. We’ll email them as soon as they’re ready, or refund them automatically.
}
mail-one-tap = Open your order on the phone you’ll travel with and install it there with one tap.
# In the mail of an order of several eSIMs.
mail-several = One eSIM for each phone: on your order’s page you can name them and send everyone a link that opens only their own eSIM. You don’t need to forward this email.
mail-each = One eSIM for each part of your trip: add them all to your phone at home, then switch on the one for where you are.
mail-once = <b>This eSIM can only be installed once. Do not remove it from your phone.</b> Add it at home, on stable Wi-Fi, before you fly.
# $number counts the eSIMs of one order, $plan is “Japan · 10 GB · 7 days”.
mail-numbered = eSIM { $number }: { $plan }
mail-start-by-day = Start by <b>{ $day }</b>.
mail-qr-alt = QR code that installs this eSIM
mail-scan = Scan it with the phone you’ll travel with. Reading this on that phone? Open your order, or enter these codes:
mail-label-smdp = SM-DP+ address
mail-label-code = Activation code
mail-label-both = Full code (LPA), if your phone has a single field
mail-label-iccid = eSIM number (ICCID)
mail-label-apn = APN
mail-confirmation-code = Your phone will ask for a confirmation code. Reply to this email and we’ll send it.
mail-land = When you land
mail-land-turn-on = Turn on the eSIM.
mail-land-roaming = Turn on data roaming for it.
mail-land-data = Make it the line for cellular data. Keep “Primary” for calls and messages, and turn off “Allow Cellular Data Switching”.
mail-land-apn = Set the APN if the plan needs it (e.g. data.esim).
mail-land-home-line = <b>Leave data roaming off on your home line.</b> Otherwise your home carrier may charge you for it.
mail-sent-back = Refunded to your card
mail-secret = Anyone with the code in this email can use your eSIM, so don’t forward it.

## Paid, and the network takes its time

mail-received = { $n ->
    [one] Paid: your eSIM is on its way
   *[other] Paid: your { $n } eSIMs are on their way
}
mail-received-topup = Paid: your top-up is on its way
mail-received-slow = We’ve received your payment. The network is taking longer than usual, and we keep trying.
# $until is a day and a time; $n is how many eSIMs are awaited.
mail-received-until = { $n ->
    [one] If your eSIM isn’t here by <b>{ $until }</b>, we refund you automatically, to the card or account you paid with. We’ll email you either way; you don’t need to do anything.
   *[other] If an eSIM isn’t here by <b>{ $until }</b>, we refund it automatically, to the card or account you paid with. We’ll email you either way; you don’t need to do anything.
}
mail-received-until-topup = If it isn’t here by <b>{ $until }</b>, we refund you automatically, to the card or account you paid with. We’ll email you either way; you don’t need to do anything.
mail-received-see = Check its status

## Money goes back

# In the subject line.
mail-refunded = Your refund of { $amount }
mail-refunded-headline = We’re refunding { $amount }
# $why is a whole sentence, one of refund-… below.
mail-refund-line = <b>{ $amount }</b> for { $plan }. { $why }
mail-refund-kept = A { $kept } fee was deducted, as shown before you confirmed.
# $reference is the bank’s name for it: re_3Abc.
mail-refund-reference = Refund reference { $reference }
mail-refund-reference-at = Refund reference { $reference }, { $at }
mail-refund-when = The refund goes to the card or account you paid with. Banks usually show it within 5 to 10 days; you don’t need to do anything.

## Why money goes back: on the order’s page and in mails

refund-undeliverable = The network could not deliver this eSIM.
refund-undeliverable-topup = The network could not add this top-up.
refund-given-back = You cancelled this plan before using it.
refund-given-back-topup = You cancelled this top-up before using it.
refund-fraud = The payment was reported as made without the card owner’s consent.
refund-other = We refunded this payment.
refund-test = This shop is in test mode, so nothing was bought.

## The bank takes days over the payment

# A list of the plans follows.
mail-payment-delayed = Your bank is still processing the payment for order { $order }, which can take a few days:
mail-payment-delayed-then = As soon as the payment arrives, we place the order and email you. Nothing is ordered before then, and you don’t have to do anything.

## The payment failed

mail-payment-failed = Your payment did not go through
# A list of the plans follows.
mail-payment-failed-nothing = Your payment for order { $order } was not completed, so nothing was ordered and you weren’t charged:
mail-payment-failed-again = You can order again at any time with another payment method.

## Top-up

mail-topped-up = Your top-up is ready
# $plan was added to the eSIM that was bought as $esim.
mail-topped-up-added = <b>{ $plan }</b> was added to your eSIM “{ $esim }”.

## Could not be given back

mail-not-given-back = Your plan was not cancelled
mail-not-given-back-started = You asked to cancel <b>{ $plan }</b>. It had already started, and a plan that has started can’t be cancelled.
mail-not-given-back-refused = You asked to cancel <b>{ $plan }</b>. The network did not cancel it. We’re looking into it and will email you.
mail-not-given-back-nothing = Nothing was cancelled and no refund was made: your eSIM stays as it is.

## The address of an order was corrected: told to the old one

mail-address-changed = Emails about your order now go to another address
# Told to the old address. $shop is its name.
mail-address-changed-what = From now on, emails about order { $order } go to another address, and this address no longer opens the order under My eSIMs. { $shop } made this change, as it does when a buyer asks for it.
mail-address-changed-unasked = Didn’t ask for this? Reply to this email right away.

## Start it soon

mail-start-by = Start your eSIM by { $day }
# $days is 0 on the last day itself.
mail-start-by-left = { $days ->
    [0] <b>{ $plan }</b> has not started yet. <b>Today is the last day.</b> After today it may start automatically and use up its days, or stop working.
    [one] <b>{ $plan }</b> has not started yet. <b>One day is left.</b> After that it may start automatically and use up its days, or stop working.
   *[other] <b>{ $plan }</b> has not started yet. <b>{ $days } days are left.</b> After that it may start automatically and use up its days, or stop working.
}
mail-start-by-install = Install it now, on stable Wi-Fi. When you reach your destination, turn it on together with its data roaming: that starts the plan.
mail-start-by-installed = It is already on your phone: leave it there. When you reach your destination, turn it on together with its data roaming: that starts the plan.
mail-start-by-button = Install your eSIM
mail-start-by-give-back = Not travelling? You can <a>cancel it for a refund</a> until it starts.

## It has started

mail-live = You’re connected
mail-live-started = <b>{ $plan }</b> has started.
mail-live-home-line = <b>First, check that data roaming is off on your home line.</b> Otherwise your home carrier may charge you for it. Keep it on for the eSIM.
mail-live-see = See remaining data
mail-live-no-internet = No internet? <a>See what to do next</a>.

## Data runs low

# $left and $total are “1.9 GB” and “10 GB”; in the subject line.
mail-low = { $left } left of { $total }
mail-low-headline = { $left } left
mail-low-used = <b>{ $plan }</b>: { $used } of { $total } used.
mail-low-top-up = A top-up starts automatically when this is used up. There is nothing to install.
mail-low-as-of = As of { $at }. This link is just for you: it opens this eSIM’s top-up page without signing in.

## It has ended

mail-used-up = Your data is used up
mail-time-over = Your plan has ended
mail-used-up-plan = <b>{ $plan }</b> has no data left.
mail-time-over-plan = <b>{ $plan }</b> has expired.
mail-ended-go-on = Still travelling? Top up the same eSIM to keep going. Do not remove the eSIM from your phone: it cannot be installed again.
mail-ended-plans = Or <a>see all plans</a>.
mail-ended-link = The top-up link is just for you: it opens this eSIM’s page without signing in.

## Signing in

mail-sign-in-to = Sign in to { $shop }
mail-sign-in = Sign in to see your eSIMs
mail-sign-in-once = { $minutes ->
    [one] This link works once, within { $minutes } minute.
   *[other] This link works once, within { $minutes } minutes.
}
mail-sign-in-button = Sign in
mail-sign-in-unasked = Didn’t request this? Someone probably mistyped their address. You can ignore this email: without the link nobody can sign in.
