# Words of the phone’s own settings (Cellular, Data Roaming, Network Selection …) are to be those that the phone shows in your language.
# “eSIM”, “APN”, “ICCID”, “SM-DP+”, “EID” and “QR” stay as they are. An “add-on” is a further plan on an eSIM that exists; a “top-up” is buying one.

## Amounts

# $data is “1 MB”.
amount-under = under { $data }
# $days is not a whole number: “2.5”.
amount-days-and-a-part = { $days } days

## An eSIM, on all of its pages

# $phrase is “7.4 GB of 10 GB left” or the like: only what ends a sentence is added.
esim-sentence = { $phrase }.
esim-data = Data
esim-number = eSIM number (ICCID)
esim-apn = APN
esim-order = Order
esim-back = Back to the eSIM
esim-check-again = Check again
esim-see-the-plans = See the plans
# Networks of which we do not know the country, at the end of a list of countries.
esim-elsewhere = Elsewhere
esim-ready-to-install = Ready to install
esim-on-a-phone = Installed, not started
esim-in-use = In use
esim-plan-has-ended = Plan ended
esim-switched-off = Permanently deactivated
esim-something-wrong = There’s a problem
esim-given-back = Cancelled
# $word is the network’s own, in English.
esim-network-says = Network status: { $word }
esim-brief-not-installed = Add it at home, on stable Wi-Fi, before you fly. It takes two minutes.
esim-brief-not-started = Nothing more to do at home: it starts when it first connects at your destination.
esim-brief-nothing-used = It has connected to a network, but no data has been used yet.
esim-brief-use-unknown = It has connected to a network at your destination.
esim-brief-works = Everything looks fine.
esim-brief-add-on-waits = The previous plan has ended; your top-up starts automatically.
esim-brief-data-gone = All its data is used. You can top up this eSIM.
esim-brief-time-over = Its days are used up. You can top up this eSIM.
esim-brief-nothing-to-add = Its plan has ended and it can’t be topped up. A new plan comes with a new eSIM.
esim-brief-given-back = You cancelled it, so it no longer works.
esim-brief-switched-off = The network deactivates an eSIM 60 days after its last plan ends.
esim-brief-broken = The network reports a fault with this eSIM. This is rare and not your fault.
esim-brief-unexplained = The network reports a status we don’t recognise. Contact us if the eSIM doesn’t work.

## A package (a plan on an eSIM): its state and figures

package-of-elsewhere = A plan that wasn’t bought here
package-given-back = Cancelled
package-being-given-back = Being cancelled
package-starting = Starting
package-waits = Waiting to start
package-in-use = In use
package-used-up = Used up
package-days-over = Expired
package-ended-by-hand = Ended manually
# In a ring, below “7.4 GB” or “4 days” in large letters. $all is “10 GB” or “7 days”.
package-of-all-left = of { $all } left
# $used and $all are “2.6 GB” and “10 GB”. No full stop: it stands in a table too.
package-used = { $used } of { $all } used
# $used and $all are “3 days” and “7 days”.
package-days-used = { $used } of { $all } used. Unlimited data, so days are counted
# $all is “10 GB” or “7 days”. No full stop.
package-not-started = { $all }, not started
# $left and $all are “7.4 GB” and “10 GB”, or “4 days” and “7 days”. No full stop.
package-left = { $left } of { $all } left
# $days is 0 where it is not known how many they are.
package-begins-at-destination =
    { $days ->
        [0] Its days start when it first connects to a network at your destination.
        [one] Its one day starts when it first connects to a network at your destination.
       *[other] Its { $days } days start when it first connects to a network at your destination.
    }
# $days is 0 where it is not known how many they are.
package-begins-after-another =
    { $days ->
        [0] Its days start when it takes over from the previous plan.
        [one] Its one day starts when it takes over from the previous plan.
       *[other] Its { $days } days start when it takes over from the previous plan.
    }
# $end is a day and a time. $days is 0.
package-days-ended-on = Expired on { $end }.
package-ends-on =
    { $days ->
        [one] Last day: it ends on { $end }.
       *[other] { $days } days left: it ends on { $end }.
    }
package-ended-on = Ended on { $end }.

## One eSIM

my-esim-installed = Installed ✓
# $day is a date; the link fetches a file for the calendar.
my-esim-start-by = <b>Start by { $day }.</b> After that day the plan may start automatically and use up its days, or stop working. <a>Add to calendar</a>
my-esim-bought = Bought
my-esim-how-a-top-up-works = How a top-up works
my-esim-why-not-given-back = Why it wasn’t cancelled
my-esim-see-the-refund = See the refund
my-esim-give-it-back = Cancel and refund
my-esim-see-its-start = See its start
my-esim-start-it-now = Start it now
# A calendar’s entry. $plan is “Japan · 10 GB · 7 days”.
calendar-summary = Start your eSIM: { $plan }
calendar-how = Install it now, while you have Wi-Fi, and turn it on at your destination. After this day the plan may start automatically and use up its days, or stop working.

## All eSIMs of a traveller

my-esims-sign-out = Sign out
my-esims-everywhere = Sign out everywhere
my-esims-everywhere-why = Could someone else have used one of your devices? This signs you out of every browser; none will show what you bought until you sign in there again.
my-esims-signed-in-as = Signed in as { $email }
my-esims-none = No eSIMs yet
my-esims-none-lead = Anything you buy with this address appears here as soon as it is delivered.
my-esims-find-a-plan = Find a plan
my-esims-newest-first = Your eSIMs (newest first)
my-esims-start-by = Start by
my-esims-details = Details
my-esims-install-or-start = Install or start
my-esims-start-it = Start it
my-esims-what-is-left = View remaining data

## What is left

left-title = Remaining
left-use-unknown = The network hasn’t reported how much has been used.
# $plan is “Japan · 10 GB · 7 days”: the plan that follows the one in use.
left-next = Next: { $plan }. It starts automatically when this one is used up or expires.
left-no-plan = The network hasn’t reported a plan on this eSIM yet.
left-top-up = Top up
left-no-internet = No internet?
left-others = Also on this eSIM

## Installing and starting, on the eSIM’s page and the order’s

setup-install = Install your eSIM
setup-already-on-a-phone = <b>This eSIM is already on a phone.</b> Its code has been used, so it can’t be installed again.
setup-show-codes-again = Show its QR code and codes again
# 02 is the next part of the page.
setup-installed-already = Already installed? If your phone’s settings list it as a second line, go to step 02.
setup-sheet = Printable install sheet
setup-start = Start your eSIM
setup-has-started = <b>It has started.</b> The four settings are below in case one was changed.
setup-show-switches = Show the four settings
starting-picture = The two lines as they should look when you land.
starting-when = When you land, in the phone’s settings:
starting-turn-on-iphone = <b>Turn on the eSIM.</b> Settings → Cellular (UK: Mobile Service) → your eSIM.
starting-turn-on-android = <b>Turn on the eSIM.</b> Settings → Network &amp; internet → SIMs → your eSIM.
starting-roaming = <b>Turn on data roaming for it.</b> Without it, the eSIM has no internet abroad. This roaming is included in the price you paid.
starting-data = <b>Make it the line for cellular data.</b> “Primary” stays the line for calls and messages.
# $apn is a code that is typed in.
starting-apn = <b>Set the APN if the plan needs it.</b> For this plan: <code>{ $apn }</code>.
starting-apn-unknown = <b>Set the APN if the plan needs it.</b> Your phone usually sets it automatically; if there is no internet, try <code>{ $apn }</code>.
starting-home-line = <b>Leave data roaming off on your home line.</b> Your home carrier charges for it, and this eSIM can’t prevent that.
installing-title = While your phone installs it
installing-rename = Rename its label, e.g. to “eSIM”, so you can tell it apart from your home line.
installing-primary = Keep “Primary” for calls and messages.
installing-switching = Turn off “Allow Cellular Data Switching”.
installing-iphone = Install manually on an iPhone
installing-iphone-how = Settings → Cellular (UK: Mobile Service) → Add eSIM → Use QR Code. Scan it, or choose “Enter Details Manually” and paste the SM-DP+ address and the activation code.
installing-android = Install manually on an Android phone
installing-android-how = Settings → Network & internet → SIMs → Add SIM → Set up an eSIM. On a Samsung: Settings → Connections → SIM manager → Add eSIM. Scan the QR code, or choose to enter the code and paste the full code (LPA).
installing-fails = It won’t install
# What stands in quotation marks are the phone’s own messages. $code is *#06#.
installing-fails-why = “Cellular plans from this carrier cannot be added”: the phone is locked to a carrier; ask them to unlock it. “Cellular change could not be completed”: the code has already been used; check your phone’s settings, the eSIM may be there. No eSIM menu at all: dial <code>{ $code }</code>; if no EID appears, the phone doesn’t support eSIM.

## The picture of a phone’s settings: short, in the phone’s own words

phone-picture = Phone settings: the eSIM is on and is the line for cellular data with data roaming on; the primary line keeps calls and has data roaming off
phone-cellular = Cellular
# At most 35 letters.
phone-travel-line = eSIM, your travel line
# At most 25 letters.
phone-turn-on = Turn On This Line
# At most 25 letters.
phone-roaming = Data Roaming
# At most 22 letters.
phone-data = Cellular Data
# To the right of the last one, at most 8 letters.
phone-data-line = eSIM
# At most 35 letters.
phone-home-line = Primary, your home line
# At most 20 letters.
phone-calls = Calls and Messages
# To the right of the last one, at most 10 letters.
phone-calls-line = Primary

## The sheet of paper

# Of the browser’s window. $plan is “Japan · 10 GB · 7 days”.
sheet-title = Install sheet: { $plan }
sheet-name = Install sheet
sheet-print = Print this sheet
# In a line of its own, behind the shop’s name.
sheet-order = order { $number }
# Behind it.
sheet-start-by = start by { $day }
sheet-once = <b>This eSIM can only be installed once. Do not remove it from your phone.</b> Add it at home, on stable Wi-Fi. Anyone with this sheet can install it, so keep it to yourself.
sheet-qr = QR code that installs your eSIM
sheet-smdp-address = SM-DP+ address
sheet-activation-code = Activation code
sheet-both = Full code (LPA), for Android
sheet-install = Install, at home
sheet-iphone = iPhone
sheet-iphone-how = Settings → Cellular → Add eSIM → Use QR Code. Scan the code, or choose “Enter Details Manually”. Rename the line to “eSIM”, keep “Primary” for calls and messages, turn off “Allow Cellular Data Switching”.
sheet-android = Android
sheet-android-how = Settings → Network & internet → SIMs → Add SIM → Set up an eSIM. Samsung: Settings → Connections → SIM manager → Add eSIM. Scan the code, or enter the full code (LPA). Keep your own SIM for calls and messages.
sheet-start = Start, when you land
sheet-turn-on = <b>Turn on the eSIM.</b>
sheet-roaming = <b>Turn on data roaming for it,</b> and leave it off on your home line.
sheet-data = <b>Make it the line for cellular data.</b>
# $apn is a code that is typed in.
sheet-apn = <b>Set the APN if the plan needs it:</b> <code>{ $apn }</code>.
sheet-apn-unknown = <b>Set the APN if the plan needs it:</b> usually it doesn’t; if there is no internet, try <code>{ $apn }</code>.
# $names are networks: “Docomo, SoftBank”.
sheet-networks = No internet? Networks to select manually: { $names }.
sheet-networks-and-others = No internet? Networks to select manually: { $names } and others.
sheet-networks-unknown = No internet? Networks to select manually: not stated.
sheet-person = Questions? Email { $email }.

## No internet?

no-internet-title = No internet?
no-internet-next-step = No internet? Your next step
# The subject of the traveller’s mail to us; a person of the shop reads it.
no-internet-mail-subject = No internet, order { $order }
no-internet-is-it-on-a-phone = On a phone
no-internet-on-phone = Yes ✓
no-internet-on-phone-not-yet = Not yet
no-internet-on-phone-unknown-yet = Not known yet
no-internet-on-phone-unknown = Not known
no-internet-plan = Plan
no-internet-install-it = Install it
no-internet-top-up = Top up
no-internet-see-the-plans = See the plans
no-internet-show-the-switches = Show me the four settings
no-internet-show-the-networks = Show me the networks
no-internet-write-to-us = Email us
no-internet-install-first = Install it first
no-internet-set-the-switches = Check the four settings
no-internet-turn-on-roaming = Turn on data roaming for the eSIM
no-internet-pick-a-network = Select a network manually
no-internet-add-on-starts = Your top-up starts automatically
no-internet-data-is-used-up = Your data is used up
no-internet-days-are-over = The plan’s days are used up
no-internet-plan-is-over = The plan has ended
no-internet-given-back = This plan was cancelled
no-internet-switched-off = This eSIM is permanently deactivated
no-internet-contact = Email us
no-internet-because-not-installed = The network hasn’t detected this eSIM on a phone yet. Does your phone already list it as a second line? Then the network is just slow to update: continue with the four settings below.
no-internet-because-not-started = The eSIM is fine and its plan is waiting: it hasn’t connected at your destination yet. These four settings will fix that.
no-internet-because-nothing-used = The plan has started, but no data has been used. Almost always it’s this one setting, or the phone is still using the other line for data.
no-internet-because-use-unknown = The plan has started, but the network hasn’t reported how much has been used. Almost always it’s this one setting.
no-internet-because-add-on-waits = The previous plan has ended. Leave data roaming on for a minute; the network then starts your top-up. You don’t need to install or activate anything.
no-internet-because-nothing-to-add = Its plan has ended, and no top-up is available for this eSIM. A new plan comes with a new eSIM; your phone can keep both.
no-internet-because-given-back = It ended when you cancelled it, so no phone setting will bring it back. A new plan comes with a new eSIM.
no-internet-because-switched-off = The network does this 60 days after the last plan on an eSIM ends. A new plan comes with a new eSIM.
no-internet-because-broken = The network reports a fault with this eSIM. This is rare, not your fault, and no phone setting will fix it.
# $word is the network’s own, in English.
no-internet-because-unexplained = The network reports the status “{ $word }”, which we don’t recognise. We’ll find out what it means.
no-internet-because-works = Everything looks fine on the network’s side: the plan is active. Your phone may be stuck on a network that doesn’t support it. Select another one manually, then restart the phone.
# $left is “7.4 GB of 10 GB left”.
no-internet-because-works-with-figures = Everything looks fine on the network’s side: { $left }. Your phone may be stuck on a network that doesn’t support it. Select another one manually, then restart the phone.
no-internet-because-data-gone = No data is left. A top-up works straight away, on this same eSIM.
# $used is “10 GB of 10 GB used”.
no-internet-because-data-gone-with-figures = { $used }. A top-up works straight away, on this same eSIM.
no-internet-because-time-over = It has ended. A top-up gets this same eSIM working again.
# $end is a day and a time.
no-internet-because-time-over-on = It ended on { $end }. A top-up gets this same eSIM working again.
no-internet-switches = The four settings
no-internet-networks = Select the network manually
no-internet-networks-unknown = We don’t have a list of networks for this plan: try each one your phone shows.
# Above a list of networks by country.
no-internet-networks-by-country = This plan works on the networks below. Turn off automatic selection and choose one in the country you are in.
# Above a list of one to six networks.
no-internet-networks-these =
    { $n ->
        [one] This plan works on this network. Turn off automatic selection and choose it.
       *[other] This plan works on these networks. Turn off automatic selection and choose one of them.
    }
no-internet-on-an-iphone = Where to find it on an iPhone
no-internet-on-an-iphone-how = Settings → Cellular (UK: Mobile Service) → your eSIM → Network Selection. Turn off Automatic, wait for the list, then tap one of the networks above.
no-internet-on-android = Where to find it on an Android phone
no-internet-on-android-how = Settings → Network & internet → SIMs → your eSIM: turn off “Automatically select network” and tap one of the networks. On a Samsung: Settings → Connections → Mobile networks → Network operators.
no-internet-restart = Then restart the phone. It takes a minute or two to find the network.
no-internet-still = Still nothing?
# $email is the shop’s; the number follows below the sentence.
no-internet-person = Email <a>{ $email }</a>. Tell us where you are and what the phone shows, and include this number:
no-internet-copy-iccid = Copy the ICCID
no-internet-iccid = This is the eSIM’s own number (ICCID), from order { $order }. Never send the QR code or the activation code.

## Top up

topup-title = Top up
# A button. $data is “5 GB”, $days is “30 days”; the price follows.
topup-add = Add <b>{ $data }</b> · { $days }
topup-add-unlimited = Add <b>unlimited data</b> · { $days }
topup-you-pay = You pay on Stripe’s page; we never see your card. If the top-up can’t be added, we refund the full price automatically.
topup-nothing-fits = No top-ups available for this eSIM
topup-nothing-fits-lead = A new plan comes as a separate eSIM; your phone can keep both.
topup-silent = We can’t load top-ups right now
topup-silent-lead = The network isn’t responding. Your eSIM is fine and you haven’t been charged. Try again in a minute.
topup-try-again = Try again
topup-stopped = Sales are paused for a short while
topup-stopped-lead = Nothing can be bought now. Your eSIM is not affected. Please check back soon.
topup-look-again = Check again
topup-too-quick = Too many attempts. Please wait a minute and try again.
topup-no-longer-fits = That top-up is no longer available for this eSIM. You haven’t been charged. Current options are below.
topup-price-changed = The price has just changed. You haven’t been charged. The new prices are below.
topup-cannot-deliver = We can’t deliver right now, so sales are paused. You haven’t been charged. Please come back soon.
topup-no-payment-page = The payment page couldn’t be opened. You haven’t been charged. Please try again.
addon-activated-by-itself = Once data from your current plan is used up or expires, your add-on data will be automatically activated.
addon-countdown = The countdown towards expiry will start when you start using data from the add-on package.
addon-no-reinstall = You do not need to re-install the eSIM or manually activate your add-on plan.

## Give it back

give-back-title = Cancel and refund
give-back-question = Cancel this plan and get a refund?
# $plan is “Japan · 10 GB · 7 days”.
give-back-what = { $plan }, never used.
give-back-what-and-when = { $plan }, bought on { $day }, never used.
give-back-you-paid = You paid
give-back-fee = Fee
give-back-to-your-card = Refund to your card
give-back-comes-back = Refund
give-back-network-reference = Network’s reference
give-back-refund-reference = Refund reference
give-back-ends-esim = This plan ends immediately, and this eSIM stops working.
give-back-ends-add-on = This plan ends immediately; the other plans on this eSIM stay.
give-back-for-good-esim = This can’t be undone. If you travel after all, you’ll need to buy a new eSIM.
give-back-for-good-add-on = This can’t be undone. If you travel after all, you’ll need to buy a new top-up.
give-back-money = The refund goes to the card or account you paid with. Banks usually show it within 5 to 10 days.
# A button. $back is an amount of money.
give-back-button = Cancel it and get { $back } back
give-back-keep = Keep it
give-back-not = This can’t be cancelled
give-back-when = When you get a refund
give-back-why-kept = Why: it had already started before it could be cancelled.
give-back-kept = It wasn’t cancelled
give-back-asked = Cancelling your plan
give-back-paid = Cancelled and refunded
give-back-another-way = Cancelled; already refunded
give-back-needs-a-person = Cancelled; we’re sorting out the refund
give-back-on-its-way = Cancelled. Your refund is on its way
give-back-lead-kept = Nothing was cancelled and no refund was made. You still have the plan.
give-back-lead-asked = We’re cancelling it with the network; then we refund you automatically. You can close this page.
give-back-lead-paid = The refund went to the card or account you paid with. Banks usually show it within 5 to 10 days.
give-back-lead-another-way = We had already refunded this order, so it wasn’t refunded twice. You can see it on the order’s page.
give-back-lead-needs-a-person = Your bank sent the refund back to us. Our team has been notified; you don’t need to do anything.
give-back-lead-on-its-way = You don’t need to do anything. Banks usually show a refund within 5 to 10 days.
# Stations on a line, one below the other; some have a short remark below them.
give-back-step-asked = Requested
give-back-step-kept = Not cancelled
give-back-step-ended = Cancelled with the network
# A remark.
give-back-step-about-to-be = pending
give-back-step-money-back = Refunded
# A remark.
give-back-step-another-way = already refunded
give-back-step-refund-returned = Refund bounced
# A remark.
give-back-step-a-person = we’re working on it
give-back-step-money-on-its-way = Refund on its way
give-back-not-allowed = This shop doesn’t cancel plans after delivery.
give-back-not-delivered = It hasn’t been delivered, or it was already cancelled.
give-back-started = It has already started, so it can’t be cancelled.
give-back-over = It has ended, so there is nothing left to cancel.
give-back-too-late = The time limit for cancelling it has passed.
give-back-nothing-left = The fee is as high as the price you paid, so there would be nothing to refund.
give-back-refunded = It is already being refunded.
give-back-held = Its payment is under review. Nothing can be cancelled until that is finished.
give-back-another-amount = The refund amount has changed. Nothing has been cancelled yet: check the amount and confirm again.
give-back-no-answer = The network isn’t responding. Nothing has been cancelled. Please try again in a minute.

## Start it now

start-name = Start it now
start-now = Start it now?
start-asked = Starting it
start-started = It has started
start-kept = It wasn’t started
start-impossible = It cannot be started here
start-lead-now = No need: it starts automatically when it first connects at your destination.
start-lead-asked = We’ve asked the network to start it. You can close this page.
start-lead-started = Its days count now, wherever you are.
start-lead-kept = The network didn’t start it. It will start automatically when it first connects at your destination.
start-lead-impossible = It has ended or was cancelled, or this shop leaves the start to the network.
# $days is 0 where it is not known how many they are.
start-warning =
    { $days ->
        [0] <b>Its days start counting immediately, wherever you are.</b> You can’t cancel it after that.
        [one] <b>Its one day starts counting immediately, wherever you are.</b> You can’t cancel it after that.
       *[other] <b>Its { $days } days start counting immediately, wherever you are.</b> You can’t cancel it after that.
    }
# A button. $days is 0 where it is not known how many they are.
start-button =
    { $days ->
        [0] Start its days now
        [one] Start its one day now
       *[other] Start its { $days } days now
    }
start-not-yet = Not yet
start-ends = It ends on { $end }.

## Parts of several pages

part-before-installing = <b>This eSIM can only be installed once. Do not remove it from your phone.</b> Add it at home, before you fly: some countries block eSIM shops. Stay on stable Wi-Fi until it is done.
part-sign-in-email = Email address
part-sign-in-button = Email me a sign-in link
part-copy = Copy
# For screen readers. $what is “activation code”, “APN”; where that needs another article or case, say “Copy: …”.
part-copy-what = Copy the { $what }
# For screen readers, before a station on the line of what has happened: “done: Paid”.
part-clock-done = done:
part-clock-now = now:
part-clock-failed = failed:
part-clock-later = later:
part-as-of = Updated { $ago }. Usage is reported with some delay.
part-as-of-stale = The network didn’t respond just now. These are the last known figures, from { $ago }.
part-help = Help
# The first link leads to the guides, the second opens a mail.
part-help-stuck = Stuck? See the <a>guides</a> or email <a2>{ $email }</a2>.
## What the eSIM’s page says first, and the three switches

living-waiting = Ready for your trip
living-landed = Landed? Three switches
# $left is “1.2 GB” or “1 day”.
living-low = Running low: { $left } left
# How long the data lasts if it is used as fast as so far.
living-pace-enough = At your pace: enough for all its days
living-pace-today = At your pace: it runs out today
living-pace-tomorrow = At your pace: until tomorrow
# $day is a day of the week: “Thursday”.
living-pace-weekday = At your pace: until { $day }
# $day is a date: “10 Dec 2026”.
living-pace-day = At your pace: until { $day }
living-connects = It connects within a minute or two.
# $networks are names: “SoftBank, KDDI au or docomo”.
living-connects-to = It connects within a minute or two, to { $networks }.
living-connects-to-many = It connects within a minute or two, to one of several networks.
living-buy-again = Buy this plan again
# The link opens a mail to the shop.
living-feedback = How did it go? <a>Tell us in a line.</a>
living-switch-line = Turn on this eSIM
living-switch-roaming = Data roaming for it: on
living-switch-home = Data roaming on your home line: off
part-updated = updated { $ago }
## The file that is kept on the phone

keep-link = Keep on this phone
# On a computer.
keep-file = Save as a file
keep-once = <b>This eSIM can only be installed once. Do not remove it from your phone.</b> This file works without internet. Anyone who has it can install the eSIM, so keep it to yourself.
