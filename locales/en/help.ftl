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
guide-phone = The phone must be unlocked and support eSIM: dial <code>*#06#</code>; if you see an EID, it does.
guide-stuck = Still stuck?
guide-write = Email <a>{ $email }</a> with your order number and the exact message on your phone. Never send the QR code or the activation code: anyone who has it can install your eSIM.
guide-install = Install your eSIM
guide-start = Start your eSIM
guide-at-destination = At your destination:
# For who is travelling already and has not installed it: installing needs a connection.
abroad-title = Already abroad? Use the airport’s Wi-Fi
abroad-lead = The eSIM is downloaded once, and that needs a connection: about two minutes of Wi-Fi. Leave data roaming off on your home line.
abroad-join = Join the Wi-Fi of the airport, your hotel or a café. If it wants you to sign in and no page appears, open any website in the browser.
abroad-install = Install the eSIM from this page, and stay on that Wi-Fi until the phone says it has been added.
abroad-install-guide = Open your order’s page on the phone, from our email or under <a>My eSIMs</a>, and install the eSIM. Stay on that Wi-Fi until the phone says it has been added.
abroad-blocked = It doesn’t work? Turn off any VPN, then try another network or a fellow traveller’s hotspot: some networks block the download.
abroad-roaming = No Wi-Fi at all? Data roaming on your home line can download it too, at your carrier’s price. Turn it off again as soon as the eSIM is installed.
abroad-start = Then start the eSIM: turn it on, turn on its data roaming, and use it for mobile data. From then on you don’t need Wi-Fi.

## Help

help-title = Help
help-description = How to install and start your eSIM, and what to do if something doesn’t work.
help-lead = Two things to do: install it at home, start it when you land.
help-iphone = Install on iPhone
help-iphone-about = iOS, step by step
help-trouble = Troubleshooting
help-trouble-about = what your phone says, what to do
help-devices-about = a 10-second check
help-data-about = light, everyday, heavy, with sources
help-mine-about = what is left, top-up, the QR code again
help-refunds-about = when you get your money back
help-asked = Frequently asked questions
help-paid = I paid. Where is my eSIM?
help-paid-text = On the page you returned to after paying, and in your email. Both show the QR code as soon as it’s ready. Closed the page? Sign in under <a>My eSIMs</a> with the address you paid with. If we can’t deliver, you are refunded automatically.
help-same-phone = The QR code is on the phone that should scan it
help-same-phone-text = Open your order’s page on that phone: it offers to install directly. Otherwise type in the SM-DP+ address and the activation code; both are below the QR code with a copy button.
help-days-text = When the eSIM first connects to a network at your destination. Start it within 60 days of buying: after that it may start automatically or stop working.
help-not-travelled = I didn’t travel after all
help-not-travelled-text = You can cancel an unused plan yourself: open the eSIM under <a>My eSIMs</a> and tap “Cancel and refund”. You’ll see the amount before you confirm. <a2>Refunds</a2>
help-charged = Will my own carrier charge me?
help-charged-text = Not if data roaming and “Allow Cellular Data Switching” are off on your own line. Calls you answer and texts you send on your own line are charged at your carrier’s rates.
help-more = I need more data
help-more-text = Sign in under <a>My eSIMs</a>, open the eSIM and tap “Top up”: the data is added to the same eSIM, with nothing to reinstall. If no top-up is available, a new plan comes as a separate eSIM; your phone can keep both.
help-address = I mistyped my email address
help-address-text = The QR code stays on your order’s page in the browser you bought with. Email <a>{ $email }</a> with the order number to have the address changed.

## Install on iPhone

iphone-description = Install and start a travel eSIM on an iPhone, step by step.
iphone-lead = Open your order’s page in Safari on the iPhone and tap <b>Install on this iPhone</b> (iOS 17.4 or later). Or:
iphone-add = <b>Settings → Cellular → Add eSIM</b> (UK: Mobile Service; elsewhere also Mobile Data).
iphone-qr = <b>Use QR Code,</b> and scan the code from another screen. On the same phone: touch and hold the QR code, or choose <b>Enter Details Manually</b> and copy the SM-DP+ address and the activation code.
iphone-where = On iOS 26 or later, the iPhone may ask whether you’ll use this eSIM at home or abroad: choose abroad.
iphone-rename = <b>Rename the line,</b> e.g. to “eSIM”, to tell it apart from your own.
iphone-primary = <b>Keep “Primary” as the default line</b> for calls and messages.
iphone-switching = <b>Turn off “Allow Cellular Data Switching”</b> (UK: “Allow Mobile Data Switching”), so that your own line uses no data abroad.
iphone-drawn-lines = Drawing of Settings, Cellular: the eSIM line is listed below Primary, both on
iphone-on = <b>Turn on the eSIM.</b> Settings → Cellular → eSIM → Turn On This Line.
iphone-roaming = <b>Turn on Data Roaming</b> for this line. Leave it off on your home line.
iphone-data = <b>Make it the line for cellular data.</b> Settings → Cellular → Cellular Data → eSIM.
iphone-apn = <b>Set the APN if the plan needs it,</b> e.g. <code>data.esim</code>: Settings → Cellular → eSIM → Cellular Data Network. Your order’s page says if it does.
iphone-drawn-roaming = Drawing of the eSIM line’s settings: Turn On This Line and Data Roaming are on; on the Primary line roaming stays off

## Install on Android

android-lead = Open your order’s page on the phone and tap <b>Try one-tap</b>: it works from Chrome on many Pixel and Samsung phones. Otherwise:
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

trouble-title = Troubleshooting
trouble-description = The messages that phones show when an eSIM doesn’t work, what they mean, and what to do.
trouble-lead = Find the message your phone shows.
trouble-mine = Bought here? Open your eSIM under <a>My eSIMs</a> and tap “No internet?”: we check that eSIM and show you the next step.
trouble-installing = While installing
trouble-locked = “Cellular plans from this carrier cannot be added”
trouble-locked-text = The phone is locked to the carrier that sold it. Ask them to unlock it, then scan again. The code is still valid.
trouble-change = “Cellular change could not be completed” · “Unable to complete cellular plan change”
trouble-change-text = The code has already been used, on this phone or another, or the connection dropped. First check Settings → Cellular to see if the eSIM is there. If not, restart the phone, join another Wi-Fi network and scan once more.
trouble-activate = “Unable to activate eSIM” · “eSIM cannot be added” · “Activation failed”
trouble-activate-text = Usually it’s the connection: the eSIM is downloaded from the provider’s server. Turn off any VPN, connect to stable Wi-Fi, restart the phone and try again. Phones can only hold so many eSIMs: if yours is full, remove an old one you no longer need, never this one.
trouble-invalid = “This code is no longer valid” · “Invalid QR code”
trouble-invalid-text = The code has already been used, or wasn’t read completely. Scan it from a larger screen, or enter the SM-DP+ address and activation code manually. They are case-sensitive: use the copy buttons.
trouble-no-menu = There is no “Add eSIM” in my settings
trouble-no-menu-text = Your phone may not support eSIM: dial <code>*#06#</code>. If no EID appears, it doesn’t. Most iPhones sold in mainland China don’t.
trouble-there = At the destination
trouble-no-internet = Connected, but no internet
trouble-is-on = Is the eSIM turned on?
trouble-is-roaming = Is <b>Data Roaming</b> on for it? It must be: the plan roams on local networks.
trouble-is-data = Is it the line for mobile data?
trouble-is-apn = Set the APN as your order’s page says, e.g. <code>data.esim</code>.
trouble-airplane = Turn airplane mode on for ten seconds, and off.
trouble-no-service = “No Service” · “SOS only” · “Emergency calls only”
trouble-no-service-text = Select a network manually: Settings → Cellular → eSIM → Network Selection, turn off Automatic, and choose one of the networks listed by “No internet?” under <a>My eSIMs</a>. On Android: SIM settings → Automatically select network.
trouble-slow = It is slow
trouble-slow-text = Select another of the plan’s networks manually, as above. Check that the phone is set to 4G or 5G.
trouble-used-up = My data is used up
trouble-used-up-text = Open the eSIM under <a>My eSIMs</a> and tap “Top up”: the data is added to the same eSIM.
trouble-removed = I removed the eSIM
trouble-removed-text = A removed eSIM cannot be installed again. If its plan was never used, you may be able to cancel it under <a>My eSIMs</a> and get a refund.
trouble-removed-again = To go on, <a>choose a new plan</a>: it comes as a new eSIM with its own code.
trouble-order = Orders
trouble-no-code = I paid and see no QR code
trouble-no-code-text = The order’s page shows what has happened, what happens next, and when you are refunded automatically. Tap “Check again”, or sign in under <a>My eSIMs</a>.
trouble-no-mail = I didn’t get the email
trouble-no-mail-text = Check your spam folder. Everything in the email is also on your order’s page.

## Will it work on my phone?

devices-title = Will it work on my phone?
devices-description = Check in ten seconds whether your phone supports eSIM.
devices-lead = A 10-second check.
devices-model = Your phone’s model
devices-check = Check
devices-drawn = Drawing of a phone on which *#06# was dialled: an EID is listed
devices-back = Back to { $plan }
devices-dial = <b>Dial <code>*#06#</code></b> as if you were making a call.
devices-eid = <b>Do you see an EID?</b> Then the phone supports eSIM. No EID, no eSIM.
devices-unlocked = <b>Is it unlocked?</b> iPhone: Settings → General → About → Carrier Lock says “No SIM restrictions”. Android: try a SIM from another carrier, or ask whoever sold you the phone.
devices-which = Phones that support eSIM
devices-maker = Maker
devices-from = From
devices-not = Except
devices-google = Pixel 4 and later; most Pixel 3a and 3
devices-others = Others
devices-others-not = it varies by the country of sale: dial <code>*#06#</code>
devices-decides = The list is a guide; the EID decides.
devices-tablets = Tablets and laptops
devices-tablets-text = Many iPads and some Windows laptops support eSIM. Our plans are for data, so they work there too; look for an EID in the settings.

## How much data

data-title = How much data do I need?
data-description = How much mobile data a trip takes, by how you use your phone, and where our figures come from.
data-lead = Video makes the difference. These are the figures that our plan pages and the trip planner use.
data-a-day = Data a day
data-light = Maps, messages, email, a few photos
data-everyday = The same, plus social media, music and some video without Wi-Fi
data-heavy = Hours of video or video calls every day
data-rule = How we choose a plan
data-rule-text = We multiply the figure by your days and take the cheapest plan that lasts as long and has that much data at full speed. If there is none, we say so and show the one that goes furthest.
data-sources = Where the figures come from
data-source-average = The average smartphone used 17 GB of mobile data a month in 2023, or 0.6 GB a day: <a>Ericsson Mobility Report, June 2025</a>. On a trip there is less Wi-Fi, so for everyday use we count 1 GB.
data-source-video = An hour of video takes up to 0.3 GB at low, 0.7 GB at medium and 3 GB at high quality: <a>Netflix Help Center</a>. Four hours at medium quality are the 3 GB of heavy use.
data-source-measured = Five minutes of maps take 12 MB, posting a photo 17 MB, an hour of music 157 MB, an hour of video calls 300 MB: <a>measured by Saily in 2025</a>. An hour of maps, your messages and a few photos are the 0.3 GB of light use.
data-less = Making it last
data-less-text = Download maps and music on Wi-Fi before you leave, set video to medium quality, and turn on Low Data Mode (iPhone) or Data Saver (Android).
