# Words of the phone’s own settings (Settings, Cellular, Add eSIM …) are to be those that the phone shows in your language.

## The order’s page

# $day is the day it was paid.
order-dated = Order { $order } · { $day }
order-check-again = Check again
order-continue-to-payment = Not paid yet? Continue to payment
# The name of a plan, before what became of its money.
order-returned-plan = { $plan }:
order-install = Install your eSIM
order-start = Start your eSIM
order-sign-in = Sign in to see the codes
order-sign-in-why = The QR code and the activation code are shown only to the browser that bought, or to you after signing in. We mail a link to the address you paid with; it also brings you to all your other eSIMs.
order-next = What happens next
order-see-esim = See your eSIM
order-see-plan = See the plan again
order-bought = What you ordered
order-topup-line = Top-up: { $plan }
order-total = Total
order-sent-back = Sent back
order-where = The address of this page is in your mail, and all your eSIMs are under <a>My eSIMs</a>.

## The order’s headline

order-awaiting-payment = Waiting for your payment
order-processing = Your payment is on its way
order-failed = Your payment did not go through
order-expired = This order was not paid
order-person = We are looking into your order
order-held = We are checking this payment
order-given-back-paid = Given back and paid back
order-given-back = Given back. Your money is on its way
order-coming-topup = Getting your top-up
order-ready-topup = Your top-up is on your eSIM
order-coming = { $n ->
    [one] Getting your eSIM
   *[other] Getting your { $n } eSIMs
}
order-ready = { $n ->
    [one] Your eSIM is ready
   *[other] Your { $n } eSIMs are ready
}
# $here is a part of $n: 1 of 3.
order-some-ready = { $here ->
    [one] { $here } of your { $n } eSIMs is ready
   *[other] { $here } of your { $n } eSIMs are ready
}
order-returning = Your money is on its way back
order-returned = Your money is back
order-test-ended = This test order has ended

## Below the headline

order-lead-awaiting-payment = We have not heard of your payment yet. If you have just paid, this takes a few seconds, and your eSIM follows by itself.
order-lead-processing = Your bank is still sending the money, which can take some days. The moment it arrives we get your eSIM and mail it to you; nothing is bought before.
order-lead-failed = Your bank did not send the money. Nothing was bought, and nothing was taken from you. You can order again and pay in another way.
order-lead-expired = The payment page was closed or left too long, so nothing was charged and nothing was bought. The plan is still on the shelf.
order-lead-person = Something about this order needs a person, and one has been called. You need not do anything; write to us if you would like to know more.
order-lead-held = The bank or Stripe asked for a second look at this payment. Until that is done nothing is bought and nothing is lost.
order-lead-topup = It starts by itself when the plan before it is used up or over.
order-lead-ready-several = One for each phone. Add them at home, before you fly, on a stable Wi-Fi; each takes two minutes.
order-lead-ready = Add it at home, before you fly, on a stable Wi-Fi. It takes two minutes.
order-lead-stranger = The codes are shown only to the browser that bought, or after signing in with the address you paid with.
order-lead-returning = You need not do anything. Banks usually show a refund within 5 to 10 days.
order-lead-returned = It went to the card or account you paid with. Banks usually show a refund within 5 to 10 days.
order-lead-test-ended = It was placed while the shop was in test mode. The shop takes real payments now, so nothing more happens here. No real money ever moved.
order-lead-seconds = It usually takes a few seconds.
# $until is a time: 10:32 UTC.
order-lead-until = It usually takes a few seconds. If the network has not delivered by { $until }, your money goes back by itself. You can close this page: we will mail you.
order-lead-until-unclear = The network’s answer got lost, so we keep asking. If the network has not delivered by { $until }, your money goes back by itself. You can close this page: we will mail you.

## The clock of what happened when: its stations, one or two words each

order-step-paid = Paid
order-step-ordered = Ordered
order-step-not-ordered = Not ordered
order-step-ready = Ready
order-step-added = Added
order-step-mailed = Mailed
order-step-payment-failed = Payment failed
order-step-not-paid = Not paid
order-step-not-added = Not added
order-step-not-delivered = Not delivered
order-step-some-ready = { $here } of { $n } ready
order-step-given-back = Given back
order-step-mail-refused = Mail refused
order-step-refund-came-back = Refund came back
order-step-refunded = Refunded
order-step-refund-on-its-way = Refund on its way

## Below a station that has no time yet

order-note-not-yet = not yet
order-note-bank = on its way from your bank
order-note-nothing-taken = nothing was taken
order-note-nothing-charged = nothing was charged
order-note-about-to-be = about to be
order-note-some = { $here } of { $n } so far
order-note-esim-page = your eSIM’s page has everything
order-note-this-page = this page has everything
order-note-on-its-way = on its way
order-note-late = late, we keep trying
order-note-person = a person is on it
# Below the clock, for the owner. $email is the shop’s.
order-mail-refused = Mail to <b>{ $address }</b> is refused. If the address is wrong, write to <a>{ $email }</a> with the number { $order }: we correct it and send the mail again.

## What became of the money of one plan. $why is a whole sentence.

order-refund-sent-on = { $amount } sent back on { $day }. { $why }
order-refund-sent = { $amount } sent back. { $why }
order-refund-on-its-way = { $amount } on its way back. { $why }
order-refund-came-back = { $amount } came back to us from the bank; a person is on it. { $why }
order-refund-topup = The network could not add it to your eSIM.

## An eSIM and how to install it

# One of several in an order. $number is 2, $all is 3.
card-number = eSIM { $number } of { $all }
# $esim is “eSIM 2 of 3”, $plan “Japan · 10 GB · 7 days”.
card-numbered = { $esim }: { $plan }
card-start-by = Start by { $day }
card-first-phone = Is this the phone that will travel? Then install it right here.
card-first-iphone-elsewhere = Open this page in Safari: only there can the iPhone install with one tap. Or type the two codes below.
card-first-android-elsewhere = Open this page in Chrome: inside an app the phone cannot install. Or type the codes below.
card-first-iphone-old = On this iPhone, open Settings → Cellular → Add eSIM → Use QR Code → Enter Details Manually, and copy the two codes below.
card-first-other = Scan the QR code with the camera of the phone that will travel. Or type these two into its settings:
card-tap-iphone = Install on this iPhone
card-tap-iphone-hint = Your iPhone opens its own installer and asks before it adds the eSIM.
card-tap-android = Try one-tap install
card-tap-android-hint = Works on Pixel and Samsung phones in Chrome. If nothing happens, scan the QR code or type the codes.
card-qr-iphone = In Safari, touch and hold the code and choose “Add eSIM”. Or show this page on another screen and scan it.
card-qr-phone = Show this page on another screen and scan it with this phone.
card-qr-other = Open the camera of the phone that will travel and point it here.
card-qr-alt = QR code that installs your eSIM
# $esim is “eSIM 2 of 3”.
card-qr-alt-of = QR code that installs { $esim }
card-smdp = SM-DP+ address
card-code = Activation code
card-both = Both in one, for Android
# After “Copy the …”, for screen readers.
card-copy-smdp = SM-DP+ address
card-copy-code = activation code
card-copy-both = whole code
card-confirmation-code = Your phone will ask for a confirmation code. Write to us and we will send it to you.

## A page that cannot be shown

fault-not-found = There is nothing here
fault-not-found-text = The address may be mistyped, or the page belongs to somebody else.
fault-origin = That did not come from this shop
fault-origin-text = Open the page here and press the button again.
fault-look-up = We cannot look this up right now
fault-show = This page could not be shown
fault-nothing-lost = Nothing is lost: orders and payments go on by themselves. Try again in a minute.
fault-yours = Is it yours? Then this browser does not know you yet. Sign in with the address you paid with: we mail you a link, there is no password.
fault-to-shop = To the shop

## Signing in

sign-in = Sign in
sign-in-lead = Type the address you paid with. We mail you a link that shows your eSIMs; there is no password.
sign-in-just-bought = Just bought one? Your order’s page has everything, in the browser you paid with.
sign-in-type-address = Type your e-mail address, for example ada@example.com.
sign-in-sent = Look into your mailbox
# $email is what was typed.
sign-in-sent-lead = { $minutes ->
    [one] If <b>{ $email }</b> has bought here, a sign-in link is on its way. It works once, within { $minutes } minute.
   *[other] If <b>{ $email }</b> has bought here, a sign-in link is on its way. It works once, within { $minutes } minutes.
}
sign-in-sent-nothing = Nothing after a few minutes? Look into the spam folder, check the spelling above, or use the address that your receipt went to.
sign-in-another-address = Type another address
sign-in-one-press = { $days ->
    [one] One press, and this browser shows your eSIMs for { $days } day.
   *[other] One press, and this browser shows your eSIMs for { $days } days.
}
sign-in-elsewhere = Another browser asked for this link. Sign in only if that was you.
sign-in-and-see = Sign in and see my eSIMs
sign-in-not-your-device = Is this not your own device? Sign out when you are done.
sign-in-used-up = This link no longer works
sign-in-used-up-lead = { $minutes ->
    [one] A sign-in link works once, within { $minutes } minute. Ask for a fresh one.
   *[other] A sign-in link works once, within { $minutes } minutes. Ask for a fresh one.
}
sign-in-new-link = Mail me a new link
card-page = Data left, top-ups and help
