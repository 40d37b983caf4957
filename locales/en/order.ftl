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
order-sign-in-why = The QR code and the activation code are shown only in the browser you bought with, or after you sign in. We’ll email a link to the address you paid with; it also shows all your other eSIMs.
order-next = What happens next
order-see-esim = See your eSIM
order-see-plan = See the plan again
order-see-plans = See the plans again
order-bought = What you ordered
order-topup-line = Top-up: { $plan }
order-total = Total
order-sent-back = Refunded
order-where = A link to this page is in your email, and all your eSIMs are under <a>My eSIMs</a>.

## The order’s headline

order-awaiting-payment = Waiting for your payment
order-processing = Your payment is on its way
order-failed = Your payment did not go through
order-expired = This order was not paid
order-person = We are looking into your order
order-held = We are checking this payment
order-given-back-paid = Cancelled and refunded
order-given-back = Cancelled. Your refund is on its way
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
order-yours = { $n ->
    [one] Your eSIM
   *[other] Your { $n } eSIMs
}
# $here is a part of $n: 1 of 3.
order-some-ready = { $here ->
    [one] { $here } of your { $n } eSIMs is ready
   *[other] { $here } of your { $n } eSIMs are ready
}
order-returning = Your refund is on its way
order-returned = You’ve been refunded
order-test-ended = This test order has ended

## Below the headline

order-lead-awaiting-payment = We haven’t received your payment yet. If you have just paid, it takes a few seconds and your eSIM follows automatically.
order-lead-processing = Your bank is still processing the payment, which can take a few days. As soon as it arrives we get your eSIM and email it to you; nothing is ordered before then.
order-lead-failed = The payment didn’t go through. Nothing was ordered and you weren’t charged. You can order again with another payment method.
order-lead-expired = The payment page was closed or timed out, so nothing was charged or ordered. The plan is still available.
order-lead-person = We need to check something on this order, and our team has been notified. You don’t need to do anything; email us if you’d like to know more.
order-lead-held = Your bank or Stripe is reviewing this payment. Until that’s finished, nothing is ordered.
order-lead-topup = It starts automatically when the previous plan is used up or expires.
order-lead-ready-several = One for each phone. Add them at home, on stable Wi-Fi, before you fly; each takes two minutes.
order-lead-ready-each = One for each part of your trip. Add them all at home, on stable Wi-Fi, before you fly; each takes two minutes.
order-lead-ready = Add it at home, on stable Wi-Fi, before you fly. It takes two minutes.
order-lead-stranger = The codes are shown only in the browser you bought with, or after you sign in with the address you paid with.
order-lead-returning = You don’t need to do anything. Banks usually show a refund within 5 to 10 days.
order-lead-returned = The refund went to the card or account you paid with. Banks usually show it within 5 to 10 days.
order-lead-test-ended = It was placed while the shop was in test mode. The shop takes real payments now, so nothing more happens here. No real money ever moved.
order-lead-seconds = It usually takes a few seconds.
# $until is a time: 10:32 UTC.
order-lead-until = It usually takes a few seconds. If the network hasn’t delivered by { $until }, we refund you automatically. You can close this page; we’ll email you.
order-lead-until-unclear = We didn’t get a clear answer from the network and are still checking. If it hasn’t delivered by { $until }, we refund you automatically. You can close this page; we’ll email you.

## The clock of what happened when: its stations, one or two words each

order-step-paid = Paid
order-step-ordered = Ordered
order-step-not-ordered = Not ordered
order-step-ready = Ready
order-step-added = Added
order-step-mailed = Emailed
order-step-payment-failed = Payment failed
order-step-not-paid = Not paid
order-step-not-added = Not added
order-step-not-delivered = Not delivered
order-step-some-ready = { $here } of { $n } ready
order-step-given-back = Cancelled
order-step-mail-refused = Email bounced
order-step-refund-came-back = Refund bounced
order-step-refunded = Refunded
order-step-refund-on-its-way = Refund on its way

## Below a station that has no time yet

order-note-not-yet = not yet
order-note-bank = on its way from your bank
order-note-nothing-taken = nothing was charged
order-note-nothing-charged = nothing was charged
order-note-about-to-be = pending
order-note-some = { $here } of { $n } so far
order-note-esim-page = your eSIM’s page has everything
order-note-this-page = this page has everything
order-note-on-its-way = on its way
order-note-late = late, we keep trying
order-note-person = we’re working on it
# Below the clock, for the owner. $email is the shop’s.
order-mail-refused = Email to <b>{ $address }</b> bounces. If the address is wrong, write to <a>{ $email }</a> with the number { $order }: we’ll correct it and send the email again.

## What became of the money of one plan. $why is a whole sentence.

order-refund-sent-on = { $amount } refunded on { $day }. { $why }
order-refund-sent = { $amount } refunded. { $why }
order-refund-on-its-way = A refund of { $amount } is on its way. { $why }
order-refund-came-back = { $amount } was returned to us by the bank; we’re working on it. { $why }
order-refund-topup = The network could not add it to your eSIM.

## An eSIM and how to install it

# One of several in an order. $number is 2, $all is 3.
card-number = eSIM { $number } of { $all }
card-first-phone = Is this the phone you’ll travel with? Then install it right here.
card-first-iphone-elsewhere = Open this page in Safari: only there can the iPhone install with one tap. Or enter the two codes below.
card-first-android-elsewhere = Open this page in Chrome: your phone can’t install from inside an app. Or enter the codes below.
card-first-iphone-old = On this iPhone, open Settings → Cellular (UK: Mobile Service) → Add eSIM → Use QR Code → Enter Details Manually, and copy the two codes below.
card-first-other = Scan the QR code with the camera of the phone you’ll travel with.
card-tap-iphone = Install on this iPhone
card-tap-iphone-hint = Your iPhone opens its own installer and asks before it adds the eSIM.
card-tap-android = Try one-tap install
card-tap-android-hint = Works on Pixel and Samsung phones in Chrome. If nothing happens, scan the QR code or enter the codes.
card-qr-iphone = In Safari, touch and hold the code and choose “Add eSIM”. Or show this page on another screen and scan it.
card-qr-phone = Show this page on another screen and scan it with this phone.
card-qr-other = Open the camera of the phone you’ll travel with and point it at this code.
card-qr-alt = QR code that installs your eSIM
# $esim is “eSIM 2 of 3”.
card-qr-alt-of = QR code that installs { $esim }
card-smdp = SM-DP+ address
card-code = Activation code
card-both = Full code (LPA), for Android
# After “Copy the …”, for screen readers.
card-copy-smdp = SM-DP+ address
card-copy-code = activation code
card-copy-both = full code
card-confirmation-code = Your phone will ask for a confirmation code. Email us and we’ll send it to you.
card-code-waits = We’re asking the network for this eSIM’s code again. Reload this page in a minute. The eSIM itself is fine.

## A page that cannot be shown

fault-not-found = Page not found
fault-not-found-text = The address may be mistyped, or this page belongs to someone else.
fault-origin = We couldn’t verify that request
fault-origin-text = Open the page here and try again.
fault-look-up = We can’t load this right now
fault-show = This page could not be shown
fault-nothing-lost = Nothing is lost: your orders and payments are still being processed. Try again in a minute.
fault-yours = Is this yours? You’re not signed in on this browser. Enter the email address you paid with and we’ll send you a sign-in link; no password needed.
fault-to-shop = Back to the shop

## Signing in

sign-in = Sign in
sign-in-lead = Enter the email address you paid with. We’ll send you a link to your eSIMs; no password needed.
sign-in-just-bought = Just bought one? Your order’s page has everything, in the browser you paid with.
sign-in-type-address = Enter your email address, for example ada@example.com.
sign-in-sent = Check your inbox
# $email is what was typed.
sign-in-sent-lead = { $minutes ->
    [one] If <b>{ $email }</b> has bought here, a sign-in link is on its way. It works once, within { $minutes } minute.
   *[other] If <b>{ $email }</b> has bought here, a sign-in link is on its way. It works once, within { $minutes } minutes.
}
sign-in-sent-nothing = Nothing after a few minutes? Check your spam folder and the spelling above, or use the address your receipt went to.
sign-in-another-address = Use another address
sign-in-one-press = { $days ->
    [one] Stay signed in on this browser for { $days } day.
   *[other] Stay signed in on this browser for { $days } days.
}
sign-in-elsewhere = This link was requested in another browser. Sign in only if that was you.
sign-in-and-see = Sign in and see my eSIMs
sign-in-not-your-device = Not your device? Sign out when you’re done.
sign-in-used-up = This link no longer works
sign-in-used-up-lead = { $minutes ->
    [one] A sign-in link works once, within { $minutes } minute. Request a new one.
   *[other] A sign-in link works once, within { $minutes } minutes. Request a new one.
}
sign-in-new-link = Email me a new link
card-other-ways = Other ways to install
## Where an order is mailed

# $address is an address in brief: “ann…@gmail.com”.
order-mailed-to = Our emails go to <b>{ $address }</b>. <a>Change or send again</a>
# $typed and $meant are names of mail hosts: “gmial.com”, “gmail.com”.
order-mail-slip = Is your address right? You typed <b>{ $typed }</b>. Did you mean <b>{ $meant }</b>? <a>Correct it</a>
mailed-title = Where we email your order
# Of the browser’s window, when a field has a fault.
mailed-title-error = Error: { $title }
mailed-now = Our emails about this order go to <b>{ $address }</b>.
mailed-again-button = Send it again
mailed-again-done = It is on its way again to <b>{ $address }</b>. Give it a minute, and check your spam folder.
mailed-nothing-yet = Nothing has been delivered yet. As soon as your eSIM is ready, we’ll email it to <b>{ $address }</b>.
mailed-too-often = You can send it again once a minute, up to five times a day.
mailed-change = Another address
mailed-change-why = We email your order to the new address and tell the old one about the change, without any code. Links in emails sent to the old address stop working.
mailed-change-button = Change and send
mailed-change-done = Changed. Our emails about this order go to <b>{ $address }</b> now.
mailed-changed-too-often = The address was changed three times today. If it is still wrong, email us.
mailed-same = That is the address we already have.
mailed-installed = The eSIM is already installed, so the email address can no longer be changed here. Email us if you need to change it.
mailed-back = Back to the order
