# Names of settings are those that phones of this language show.

## Phone settings, drawn: short words

draw-cellular = Cellular
draw-cellular-data = Cellular Data
draw-sims = SIMs
draw-primary = Primary
draw-primary-on = On · calls and messages
draw-esim-on = On · travel data
draw-add-esim = Add eSIM
draw-turn-on = Turn On This Line
draw-label = Cellular Label
draw-roaming = Data Roaming
draw-on-primary = On your Primary line
draw-roaming-off = Data Roaming stays off
draw-home = SIM 1 · home
draw-home-for = Calls, messages
draw-travel = eSIM · travel
draw-travel-for = Mobile data, roaming on
draw-add-sim = + Add SIM
draw-preferred = Preferred for
draw-calls-by = Calls: SIM 1
draw-data-by = Data: eSIM

## On every guide

guide-once = <b>This eSIM can only be installed once. Do not remove it from your phone.</b> Removing it deletes it for good, and it cannot be installed again.
guide-home = Install at home, before you fly, on stable Wi-Fi. Some countries block the pages of eSIM shops.
guide-phone = The phone must be unlocked and take an eSIM: dial <code>*#06#</code>; an EID means yes.
guide-stuck = Still stuck?
guide-write = Write to <a>{ $email }</a> with your order number and what the phone says, word for word. Never send the QR code or the activation code: whoever has it can install your eSIM.
guide-install = Install your eSIM
guide-start = Start your eSIM
guide-at-destination = At your destination:

## Help

help-title = Help
help-description = How to install and start your eSIM, and what to do when something does not work.
help-lead = Two things to do: install it at home, start it when you land.
help-iphone = Install on iPhone
help-iphone-about = iOS, step by step
help-trouble = Something does not work
help-trouble-about = what the phone says, what to do
help-devices-about = a check of ten seconds
help-mine-about = what is left, top-up, the QR code again
help-refunds-about = when money goes back
help-asked = Often asked
help-paid = I paid. Where is my eSIM?
help-paid-text = On the page you came back to after paying, and in your mail. Both show the QR code as soon as it is ready. Closed the page? Sign in at <a>My eSIMs</a> with the address you paid with. If the eSIM cannot be made ready, the money goes back by itself.
help-same-phone = The QR code is on the phone that should scan it
help-same-phone-text = Open your order’s page on that phone: it offers to install directly. Otherwise type in the SM-DP+ address and the activation code; both are below the QR code with a copy button.
help-days-text = When the eSIM first connects to a network at your destination. Start within 60 days of buying: after that it may start by itself, or may no longer work.
help-not-travelled = I did not travel after all
help-not-travelled-text = What was never used can be given back by yourself: open the eSIM at <a>My eSIMs</a> and press “Give it back”. It shows what comes back before you decide. <a2>Refunds</a2>
help-charged = Will my own operator charge me?
help-charged-text = Not if data roaming is off on your own line and “Allow Cellular Data Switching” is off. Calls you take and messages you send on your own line cost what your operator says.
help-more = I need more data
help-more-text = Sign in at <a>My eSIMs</a>, open the eSIM and press “Top up”: more data goes onto the same eSIM, and nothing has to be installed again. Where nothing fits any more, another plan comes as an eSIM of its own; your phone can keep both.
help-address = I typed my e-mail address wrong
help-address-text = The QR code stays on your order’s page in the browser you bought with. Write to <a>{ $email }</a> with the order number to have the address changed.

## Install on iPhone

iphone-description = Install and start a travel eSIM on an iPhone, step by step.
iphone-lead = Open your order’s page in Safari on the iPhone and press <b>Install on this iPhone</b> (iOS 17.4 or later). Or:
iphone-add = <b>Settings → Cellular → Add eSIM</b> (in some countries: Mobile Data or Mobile Service).
iphone-qr = <b>Use QR Code,</b> and scan the code from another screen. On the same phone: hold a finger on the QR code, or choose <b>Enter Details Manually</b> and copy the SM-DP+ address and the activation code.
iphone-rename = <b>Rename the line,</b> e.g. to “eSIM”, to tell it from your own.
iphone-primary = <b>Keep “Primary” as the default line</b> for calls and messages.
iphone-switching = <b>Turn off “Allow Cellular Data Switching”,</b> so that your own line uses no data abroad.
iphone-drawn-lines = Drawing of Settings, Cellular: the eSIM line is listed below Primary, both on
iphone-on = <b>Turn on the eSIM.</b> Settings → Cellular → eSIM → Turn On This Line.
iphone-roaming = <b>Turn on Data Roaming</b> for this line. Leave it off on your home line.
iphone-data = <b>Make it the line for cellular data.</b> Settings → Cellular → Cellular Data → eSIM.
iphone-apn = <b>Set the APN if the plan needs it,</b> e.g. <code>data.esim</code>: Settings → Cellular → eSIM → Cellular Data Network. Your order’s page says if it does.
iphone-drawn-roaming = Drawing of the eSIM line’s settings: Turn On This Line and Data Roaming are on; on the Primary line roaming stays off

## Install on Android

android-lead = Open your order’s page on the phone and press <b>Try one-tap</b>: it works from Chrome on many Pixel and Samsung phones. Otherwise:
android-pixel-add = <b>Settings → Network &amp; internet → SIMs → Add SIM</b> (or +).
android-pixel-set = <b>Set up an eSIM,</b> then scan the QR code from another screen. On the same phone choose <b>Need help? → Enter it manually</b> and paste the code.
android-samsung-add = <b>Settings → Connections → SIM manager → Add eSIM.</b>
android-samsung-scan = <b>Scan QR code,</b> or <b>Enter activation code</b> on the same phone.
android-others = Other makers
android-others-text = Look for “SIM”, “Mobile network” or “eSIM” in the settings, or search the settings for “eSIM”.
android-drawn = Drawing of the SIM settings: the home SIM keeps calls, the eSIM has mobile data with roaming on
android-on = <b>Turn on the eSIM</b> in the SIM settings.
android-roaming = <b>Turn on Data Roaming</b> for it. Leave it off on your home SIM.
android-data = <b>Make it the SIM for mobile data.</b>
android-apn = <b>Set the APN if the plan needs it,</b> e.g. <code>data.esim</code>: eSIM → Access point names → +. Your order’s page says if it does.

## When something does not work
# What phones say is quoted in this language, and in English too where travellers search for it.

trouble-title = When something does not work
trouble-description = The messages that phones show when an eSIM does not work, what they mean, and what to do.
trouble-lead = Look for what your phone says.
trouble-mine = Bought here? Open your eSIM at <a>My eSIMs</a> and press “No internet?”: it looks at that very eSIM and shows the one next step.
trouble-installing = While installing
trouble-locked = “Cellular plans from this carrier cannot be added”
trouble-locked-text = The phone is locked to the carrier that sold it. Ask that carrier to unlock it; then scan again. The code has not been used up.
trouble-change = “Cellular change could not be completed” · “Unable to complete cellular plan change”
trouble-change-text = The code has already been used, on this phone or another, or the connection broke off. First look under Settings → Cellular whether the eSIM is there. If not, restart the phone, join another Wi-Fi and scan once more.
trouble-activate = “Unable to activate eSIM” · “eSIM cannot be added” · “Activation failed”
trouble-activate-text = Mostly the connection: eSIMs are fetched from the maker’s server. Turn off any VPN, join a stable Wi-Fi, restart the phone, try again. Phones hold several eSIMs, but not without limit: if it is full, remove an old one that you no longer need, never this one.
trouble-invalid = “This code is no longer valid” · “Invalid QR code”
trouble-invalid-text = The code was used before, or it was not read whole. Scan from a larger screen, or enter the SM-DP+ address and the activation code by hand. Capital and small letters matter: use the copy buttons.
trouble-no-menu = There is no “Add eSIM” in my settings
trouble-no-menu-text = The phone may not take eSIMs: dial <code>*#06#</code>. Without an EID it does not. Most iPhones sold in mainland China do not.
trouble-there = At the destination
trouble-no-internet = Connected, but no internet
trouble-is-on = Is the eSIM turned on?
trouble-is-roaming = Is <b>Data Roaming</b> on for it? It must be: the plan works as a guest in the local network.
trouble-is-data = Is it the line for mobile data?
trouble-is-apn = Set the APN as your order’s page says, e.g. <code>data.esim</code>.
trouble-airplane = Turn airplane mode on for ten seconds, and off.
trouble-no-service = “No Service” · “SOS only” · “Emergency calls only”
trouble-no-service-text = Choose the network by hand: Settings → Cellular → eSIM → Network Selection, turn off Automatic, and pick one of the networks that “No internet?” at <a>My eSIMs</a> names. On Android: SIM settings → Automatically select network.
trouble-slow = It is slow
trouble-slow-text = Try another of the plan’s networks by hand, as above. Check that the phone is set to 4G or 5G.
trouble-used-up = My data is used up
trouble-used-up-text = Open the eSIM at <a>My eSIMs</a> and press “Top up”: it goes onto the same eSIM.
trouble-removed = I removed the eSIM
trouble-removed-text = A removed eSIM cannot be installed again. If its plan was never used, you may be able to give it back at <a>My eSIMs</a>.
trouble-order = With an order
trouble-no-code = I paid and see no QR code
trouble-no-code-text = The order’s page shows what has happened and what happens next, with the time after which the money goes back by itself. Press “Check again”, or sign in at <a>My eSIMs</a>.
trouble-no-mail = The mail has not come
trouble-no-mail-text = Look in the folder for unwanted mail. The page has all that the mail has.

## Will it work on my phone?

devices-title = Will it work on my phone?
devices-description = Check in ten seconds whether your phone can use an eSIM.
devices-lead = A check of ten seconds.
devices-dial = <b>Dial <code>*#06#</code></b> as if you were making a call.
devices-eid = <b>Is an EID shown?</b> Then the phone takes an eSIM. No EID: it does not.
devices-unlocked = <b>Is it unlocked?</b> iPhone: Settings → General → About → Carrier Lock says “No SIM restrictions”. Android: try a SIM of another operator, or ask the shop that sold it.
devices-which = Phones that take eSIMs
devices-maker = Maker
devices-from = From
devices-not = But not
devices-google = Pixel 4 and later; most Pixel 3a and 3
devices-others = Others
devices-others-not = it varies by the country of sale: dial <code>*#06#</code>
devices-decides = The list helps, the EID decides.
devices-tablets = Tablets and laptops
devices-tablets-text = Many iPads and some Windows laptops take eSIMs. The plan is for data, so they work too; look for an EID in the settings.
