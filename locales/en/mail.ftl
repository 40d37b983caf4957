# Every mail is sent as HTML and as text. <b> and <a> are left out of the text.
# Words of the phone’s own settings (Primary, Allow Cellular Data Switching …) are to be those that the phone shows in your language.

## Every mail

# The subject line. $what is the mail’s headline, $shop the shop’s name.
mail-subject = { $what } – { $shop }
# $order is the order’s number: E10001.
mail-subject-order = { $what } – { $shop } { $order }
# In text mails: a name and what belongs to it, such as “Total paid: $14.40” or “Top up: https://…”.
mail-labelled = { $label }: { $value }
mail-questions = Questions? Answer this mail, or write to <a>{ $email }</a>.
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
    [one] One more is on its way. We mail it as soon as it is here, or send its money back by itself.
   *[other] { $n } more are on their way. We mail them as soon as they are here, or send their money back by itself.
}
mail-one-tap = Open your order on the phone that will travel: there one tap installs it.
mail-once = <b>This eSIM can only be installed once. Do not remove it from your phone.</b> Add it at home, before you fly, on a stable Wi-Fi.
# $number counts the eSIMs of one order, $plan is “Japan · 10 GB · 7 days”.
mail-numbered = eSIM { $number }: { $plan }
mail-start-by-day = Start by <b>{ $day }</b>.
mail-qr-alt = QR code that installs this eSIM
mail-scan = Scan it with the phone that will travel. On that phone already? Open your order, or type these:
mail-label-smdp = SM-DP+ address
mail-label-code = Activation code
mail-label-both = Both in one, if your phone has a single field
mail-label-iccid = eSIM number (ICCID)
mail-label-apn = APN
mail-confirmation-code = Your phone will ask for a confirmation code. Answer this mail and we will send it.
mail-land = When you land
mail-land-turn-on = Turn on the eSIM.
mail-land-roaming = Turn on data roaming for it.
mail-land-data = Make it the line for cellular data. Keep “Primary” for calls and messages, and turn off “Allow Cellular Data Switching”.
mail-land-apn = Set the APN if the plan needs it (e.g. data.esim).
mail-land-home-line = <b>Leave data roaming off on your home line.</b> Otherwise your home operator may charge you for it.
mail-sent-back = Sent back to your card
mail-secret = Whoever has the code in this mail can use your eSIM: do not forward it.

## Paid, and the network takes its time

mail-received = { $n ->
    [one] Paid: your eSIM is on its way
   *[other] Paid: your { $n } eSIMs are on their way
}
mail-received-topup = Paid: your top-up is on its way
mail-received-slow = Your payment has arrived. The network is taking longer than usual to answer, and we keep asking.
# $until is a day and a time; $n is how many eSIMs are awaited.
mail-received-until = { $n ->
    [one] If your eSIM is not here by <b>{ $until }</b>, its money goes back by itself, to the card or account you paid with. We write to you in either case; you need not do anything.
   *[other] If an eSIM is not here by <b>{ $until }</b>, its money goes back by itself, to the card or account you paid with. We write to you in either case; you need not do anything.
}
mail-received-until-topup = If it is not here by <b>{ $until }</b>, its money goes back by itself, to the card or account you paid with. We write to you in either case; you need not do anything.
mail-received-see = See how far it is

## Money goes back

# In the subject line.
mail-refunded = Your refund of { $amount }
mail-refunded-headline = { $amount } goes back to you
# $why is a whole sentence, one of refund-… below.
mail-refund-line = <b>{ $amount }</b> for { $plan }. { $why }
mail-refund-kept = { $kept } of its price is kept, as the page said.
# $reference is the bank’s name for it: re_3Abc.
mail-refund-reference = Refund reference { $reference }
mail-refund-reference-at = Refund reference { $reference }, { $at }
mail-refund-when = The money goes to the card or account you paid with. Banks usually show it within 5 to 10 days; you need not do anything.

## Why money goes back: on the order’s page and in mails

refund-undeliverable = The network could not deliver this eSIM.
refund-undeliverable-topup = The network could not add this top-up.
refund-given-back = You gave this back before using it.
refund-given-back-topup = You gave this top-up back before using it.
refund-fraud = The payment was reported as made without the card owner’s consent.
refund-other = We sent this payment back.
refund-test = This shop is in test mode, so nothing was bought.

## The payment failed

mail-payment-failed = Your payment did not go through
# A list of the plans follows.
mail-payment-failed-nothing = Your bank did not send the money for order { $order }, so nothing was bought and nothing was taken:
mail-payment-failed-again = You can order again at any time and pay in another way.

## Top-up

mail-topped-up = Your top-up is ready
# $plan was added to the eSIM that was bought as $esim.
mail-topped-up-added = <b>{ $plan }</b> was added to your eSIM “{ $esim }”.

## Could not be given back

mail-not-given-back = Your plan was not given back
mail-not-given-back-started = You asked to give back <b>{ $plan }</b>. It has started meanwhile, and a plan that has started cannot be given back.
mail-not-given-back-refused = You asked to give back <b>{ $plan }</b>. The network would not end it. A person looks at it now and writes to you.
mail-not-given-back-nothing = Nothing was ended and no money moved: your eSIM stays as it is.

## The address of an order was corrected: told to the old one

mail-address-changed = Mail about your order goes to another address now
# Told to the old address. $shop is its name.
mail-address-changed-what = From now on, mail about order { $order } goes to another address, and this address no longer opens the order under My eSIMs. { $shop } made this change, as it does when a buyer asks for it.
mail-address-changed-unasked = You did not ask for it? Answer this mail at once.

## Start it soon

mail-start-by = Start your eSIM by { $day }
# $days is 0 on the last day itself.
mail-start-by-left = { $days ->
    [0] <b>{ $plan }</b> has not started yet. <b>Today is the last day.</b> After that day the network may no longer let the plan begin.
    [one] <b>{ $plan }</b> has not started yet. <b>One day is left.</b> After that day the network may no longer let the plan begin.
   *[other] <b>{ $plan }</b> has not started yet. <b>{ $days } days are left.</b> After that day the network may no longer let the plan begin.
}
mail-start-by-install = Install it now, on a stable Wi-Fi. Turn it on, with its data roaming, once you are at your destination: the plan starts there.
mail-start-by-installed = It is on your phone already: leave it there. Turn it on, with its data roaming, once you are at your destination: the plan starts there.
mail-start-by-button = Install your eSIM
mail-start-by-give-back = Not travelling? While it has not started you can <a>give it back</a>.

## It has started

mail-live = You are live
mail-live-started = <b>{ $plan }</b> has started.
mail-live-home-line = <b>First of all, check that data roaming is off on your home line.</b> Otherwise your home operator may charge you for it. On the eSIM it stays on.
mail-live-see = See what is left
mail-live-no-internet = No internet? <a>See what to do next</a>.

## Data runs low

# $left and $total are “1.9 GB” and “10 GB”; in the subject line.
mail-low = { $left } left of { $total }
mail-low-headline = { $left } left
mail-low-used = <b>{ $plan }</b>: { $used } of { $total } used.
mail-low-top-up = A top-up starts by itself when this is used up. There is nothing to install.
mail-low-as-of = As of { $at }. The link is for you alone: it opens this eSIM’s top-up page without signing in.

## It has ended

mail-used-up = Your data is used up
mail-time-over = Your plan has ended
mail-used-up-plan = <b>{ $plan }</b> has no data left.
mail-time-over-plan = <b>{ $plan }</b> has reached its last day.
mail-ended-go-on = Still travelling? Top up the same eSIM and go on. Do not remove the eSIM from your phone: it cannot be installed again.
mail-ended-plans = Or <a>see all plans</a>.
mail-ended-link = The top-up link is for you alone: it opens this eSIM’s page without signing in.

## Signing in

mail-sign-in-to = Sign in to { $shop }
mail-sign-in = Sign in to see your eSIMs
mail-sign-in-once = { $minutes ->
    [one] This link works once, within { $minutes } minute.
   *[other] This link works once, within { $minutes } minutes.
}
mail-sign-in-button = Sign in
mail-sign-in-unasked = You did not ask for it? Then somebody typed your address by mistake, and you can forget this mail: without the link nobody gets in.
