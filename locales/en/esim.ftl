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
esim-on-a-phone = On a phone, not started
esim-in-use = In use
esim-plan-has-ended = Its plan has ended
esim-switched-off = Switched off for good
esim-something-wrong = Something is wrong with it
esim-given-back = Given back
# $word is the network’s own, in English.
esim-network-says = The network says: { $word }
esim-brief-not-installed = Add it at home, on a stable Wi-Fi, before you fly. It takes two minutes.
esim-brief-not-started = Nothing more to do at home: it starts when it meets a network at your destination.
esim-brief-nothing-used = It has met a network, and no data has gone through it yet.
esim-brief-use-unknown = It has met a network at your destination.
esim-brief-works = All is well, as far as the network knows.
esim-brief-add-on-waits = The plan before it is over; your add-on starts by itself.
esim-brief-data-gone = All its data is used. More can be put on this same eSIM.
esim-brief-time-over = Its days are over. More can be put on this same eSIM.
esim-brief-nothing-to-add = Its plan is over, and nothing can be added to it. A new plan comes as a new eSIM.
esim-brief-given-back = You gave it back, so it gives no data any more.
esim-brief-switched-off = The network switches an eSIM off 60 days after its last plan has ended.
esim-brief-broken = The network reports a fault on this eSIM. That is rare, and nothing you did.
esim-brief-unexplained = The network uses a word for it that we do not know. Write to us if it does not work.

## A package (a plan on an eSIM): its state and figures

package-of-elsewhere = A package that was not bought here
package-given-back = Given back
package-being-given-back = Being given back
package-starting = Starting
package-waits = Waits to start
package-in-use = In use
package-used-up = Used up
package-days-over = Its days are over
package-ended-by-hand = Ended by hand
# In a ring, below “7.4 GB” or “4 days” in large letters. $all is “10 GB” or “7 days”.
package-of-all-left = of { $all } left
# $used and $all are “2.6 GB” and “10 GB”. No full stop: it stands in a table too.
package-used = { $used } of { $all } used
# $used and $all are “3 days” and “7 days”.
package-days-used = { $used } of { $all } used. Unlimited data: its days are what is counted
# $all is “10 GB” or “7 days”. No full stop.
package-not-started = { $all }, not started
# $left and $all are “7.4 GB” and “10 GB”, or “4 days” and “7 days”. No full stop.
package-left = { $left } of { $all } left
# $days is 0 where it is not known how many they are.
package-begins-at-destination =
    { $days ->
        [0] Its days begin when it first meets a network at your destination.
        [one] Its one day begins when it first meets a network at your destination.
       *[other] Its { $days } days begin when it first meets a network at your destination.
    }
# $days is 0 where it is not known how many they are.
package-begins-after-another =
    { $days ->
        [0] Its days begin when it takes over from the plan before it.
        [one] Its one day begins when it takes over from the plan before it.
       *[other] Its { $days } days begin when it takes over from the plan before it.
    }
# $end is a day and a time. $days is 0.
package-days-ended-on = Its days ended on { $end }.
package-ends-on =
    { $days ->
        [one] Its last day: it ends on { $end }.
       *[other] { $days } days left: it ends on { $end }.
    }
package-ended-on = Ended on { $end }.

## One eSIM

my-esim-installed = Installed ✓
# $day is a date; the link fetches a file for the calendar.
my-esim-start-by = <b>Start by { $day }.</b> After that day the network may no longer let the plan begin. <a>Add to calendar</a>
my-esim-about = About this eSIM
my-esim-bought = Bought
my-esim-how-a-top-up-works = How a top-up works
my-esim-why-not-given-back = Why it was not given back
my-esim-see-the-refund = See the refund
my-esim-give-it-back = Give it back
my-esim-see-its-start = See its start
my-esim-start-it-now = Start it now
# A calendar’s entry. $plan is “Japan · 10 GB · 7 days”.
calendar-summary = Start your eSIM: { $plan }
calendar-how = Install it now, while you have Wi-Fi, and turn it on at your destination. After this day the network may no longer let the plan begin.

## All eSIMs of a traveller

my-esims-sign-out = Sign out
my-esims-everywhere = Sign out everywhere
my-esims-everywhere-why = Somebody else may have been at one of your devices? This signs out every browser, and none shows what you bought until you sign in there again.
my-esims-signed-in-as = Signed in as { $email }
my-esims-none = No eSIMs yet
my-esims-none-lead = What you buy with this address shows up here as soon as it is delivered.
my-esims-find-a-plan = Find a plan
my-esims-newest-first = Your eSIMs, newest first
my-esims-as-of = as of { $time }
my-esims-start-by = Start by
my-esims-order = Order { $number }
my-esims-details = Details
my-esims-install-or-start = Install or start
my-esims-start-it = Start it
my-esims-what-is-left = What is left

## What is left

left-title = What is left
left-use-unknown = The network has not said how much of it is used.
# $plan is “Japan · 10 GB · 7 days”: the plan that follows the one in use.
left-next = Next: { $plan }. It takes over by itself when this one is used up or over.
left-no-plan = The network has not told of any plan on this eSIM yet.
left-top-up = Top up
left-no-internet = No internet?
left-others = Also on this eSIM

## Installing and starting, on the eSIM’s page and the order’s

setup-install = Install your eSIM
setup-already-on-a-phone = <b>This eSIM is already on a phone.</b> Its code has been used: it will not install a second time.
setup-show-codes-again = Show its QR code and codes again
# 02 is the next part of the page.
setup-installed-already = Installed already? Your phone’s settings list it as a second line: then go on with 02.
setup-sheet = All of it on one sheet of paper
setup-start = Start your eSIM
setup-has-started = <b>It has started.</b> The four switches are below, in case one was changed.
setup-show-switches = Show the four switches
starting-picture = The two lines as they should look when you land.
starting-when = When you land, in the phone’s settings:
starting-turn-on-iphone = <b>Turn on the eSIM.</b> Settings → Cellular → the eSIM.
starting-turn-on-android = <b>Turn on the eSIM.</b> Settings → Network &amp; internet → SIMs → the eSIM.
starting-roaming = <b>Turn on data roaming for it.</b> Without it the eSIM has no internet abroad; this roaming is what you paid for.
starting-data = <b>Make it the line for cellular data.</b> “Primary” stays the line for calls and messages.
# $apn is a code that is typed in.
starting-apn = <b>Set the APN if the plan needs it.</b> For this plan: <code>{ $apn }</code>.
starting-apn-unknown = <b>Set the APN if the plan needs it.</b> The phone usually finds it by itself; if there is no internet, try <code>{ $apn }</code>.
starting-home-line = <b>Leave data roaming off on your home line.</b> It is your home operator who charges for it, and it is the one bill this eSIM cannot save you from.
installing-title = While your phone installs it
installing-rename = Rename its label, for example to “eSIM”, so that you tell it from your home line.
installing-primary = Keep “Primary” for calls and messages.
installing-switching = Turn off “Allow Cellular Data Switching”.
installing-iphone = By hand on an iPhone
installing-iphone-how = Settings → Cellular → Add eSIM → Use QR Code. Scan it, or choose “Enter Details Manually” and paste the SM-DP+ address and the activation code.
installing-android = By hand on an Android phone
installing-android-how = Settings → Network & internet → SIMs → Add SIM → Set up an eSIM. On a Samsung: Settings → Connections → SIM manager → Add eSIM. Scan the QR code, or choose to enter the code and paste “Both in one”.
installing-fails = It does not install
# What stands in quotation marks are the phone’s own messages. $code is *#06#.
installing-fails-why = “Cellular plans from this carrier cannot be added”: the phone is locked to an operator; ask them to unlock it. “Cellular change could not be completed”: the code was used already; look in the phone’s settings, the eSIM may be there. No eSIM menu at all: dial <code>{ $code }</code>; without an EID the phone takes none.

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
sheet-once = <b>This eSIM can only be installed once. Do not remove it from your phone.</b> Add it at home, on a stable Wi-Fi. Whoever has this sheet can install it: keep it to yourself.
sheet-qr = QR code that installs your eSIM
sheet-smdp-address = SM-DP+ address
sheet-activation-code = Activation code
sheet-both = Both in one, for Android
sheet-install = Install, at home
sheet-iphone = iPhone
sheet-iphone-how = Settings → Cellular → Add eSIM → Use QR Code. Scan the code, or choose “Enter Details Manually”. Rename the line to “eSIM”, keep “Primary” for calls and messages, turn off “Allow Cellular Data Switching”.
sheet-android = Android
sheet-android-how = Settings → Network & internet → SIMs → Add SIM → Set up an eSIM. Samsung: Settings → Connections → SIM manager → Add eSIM. Scan the code, or enter “Both in one”. Keep your own SIM for calls and messages.
sheet-start = Start, when you land
sheet-turn-on = <b>Turn on the eSIM.</b>
sheet-roaming = <b>Turn on data roaming for it,</b> and leave it off on your home line.
sheet-data = <b>Make it the line for cellular data.</b>
# $apn is a code that is typed in.
sheet-apn = <b>Set the APN if the plan needs it:</b> <code>{ $apn }</code>.
sheet-apn-unknown = <b>Set the APN if the plan needs it:</b> mostly it does not; if there is no internet, try <code>{ $apn }</code>.
# $names are networks: “Docomo, SoftBank”.
sheet-networks = No internet? Networks to pick by hand: { $names }.
sheet-networks-and-others = No internet? Networks to pick by hand: { $names } and others.
sheet-networks-unknown = No internet? Networks to pick by hand: not stated.
sheet-person = A person reads { $email }.

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
no-internet-show-the-switches = Show me the four switches
no-internet-show-the-networks = Show me the networks
no-internet-write-to-us = Write to us
no-internet-install-first = Install it first
no-internet-set-the-switches = Set the four switches
no-internet-turn-on-roaming = Turn on data roaming for the eSIM
no-internet-pick-a-network = Pick a network by hand
no-internet-add-on-starts = Your add-on starts by itself
no-internet-data-is-used-up = Your data is used up
no-internet-days-are-over = The plan’s days are over
no-internet-plan-is-over = The plan is over
no-internet-given-back = This plan was given back
no-internet-switched-off = This eSIM is switched off for good
no-internet-contact = Write to us
no-internet-because-not-installed = The network has not seen this eSIM on a phone yet. Does your phone already list it as a second line? Then the network is late: go on with the four switches below.
no-internet-because-not-started = The eSIM is fine, and its plan waits: it has not met a network at your destination yet. With these four it will.
no-internet-because-nothing-used = The plan has started, but no data has gone through it. It is nearly always this one switch, or the phone still uses the other line for data.
no-internet-because-use-unknown = The plan has started, but the network has not said how much of it is used. It is nearly always this one switch.
no-internet-because-add-on-waits = The plan before it is over. Give the phone a minute with data roaming on; the network then begins your add-on. You need not install or activate anything.
no-internet-because-nothing-to-add = Its plan has ended, and no add-on fits this eSIM. A new plan comes as a new eSIM; your phone can keep both.
no-internet-because-given-back = It ended when you gave it back, so no switch on the phone can bring it to life. A new plan comes as a new eSIM.
no-internet-because-switched-off = The network does that 60 days after the last plan on an eSIM has ended. A new plan comes as a new eSIM.
no-internet-because-broken = The network reports a fault on this eSIM. That is rare, it is nothing you did, and no switch on the phone mends it.
# $word is the network’s own, in English.
no-internet-because-unexplained = The network calls it “{ $word }”, a word that we do not know. We will ask what it means.
no-internet-because-works = As far as the network knows all is well: the plan is in use. The phone may be holding on to a network that does not carry it. Pick another by hand, then restart the phone.
# $left is “7.4 GB of 10 GB left”.
no-internet-because-works-with-figures = As far as the network knows all is well: { $left }. The phone may be holding on to a network that does not carry it. Pick another by hand, then restart the phone.
no-internet-because-data-gone = Nothing is left of it. An add-on works at once, on this same eSIM.
# $used is “10 GB of 10 GB used”.
no-internet-because-data-gone-with-figures = { $used }. An add-on works at once, on this same eSIM.
no-internet-because-time-over = It has ended. An add-on brings this same eSIM back to life.
# $end is a day and a time.
no-internet-because-time-over-on = It ended on { $end }. An add-on brings this same eSIM back to life.
no-internet-switches = The four switches
no-internet-networks = Pick the network by hand
no-internet-networks-unknown = The supplier names no network for this plan: try each one that the phone lists.
# Above a list of networks by country.
no-internet-networks-by-country = This plan works in these networks. Turn off the automatic choice and take one of the country you are in.
# Above a list of one to six networks.
no-internet-networks-these =
    { $n ->
        [one] This plan works in this network. Turn off the automatic choice and take it.
       *[other] This plan works in these networks. Turn off the automatic choice and take one of them.
    }
no-internet-on-an-iphone = Where it is on an iPhone
no-internet-on-an-iphone-how = Settings → Cellular → the eSIM → Network Selection. Turn off Automatic, wait for the list, tap one of the names above.
no-internet-on-android = Where it is on an Android phone
no-internet-on-android-how = Settings → Network & internet → SIMs → the eSIM: turn off “Automatically select network” and tap one of the names. On a Samsung: Settings → Connections → Mobile networks → Network operators.
no-internet-restart = Then turn the phone off and on again. It takes a minute or two until it has found the network.
no-internet-still = Still nothing?
# $email is the shop’s; the number follows below the sentence.
no-internet-person = Write to <a>{ $email }</a>; a person reads it. Say where you are and what the phone shows, and quote this number:
no-internet-copy-iccid = Copy the ICCID
no-internet-iccid = It is the eSIM’s own number (ICCID), of order { $order }. Never send the QR code or the activation code.

## Top up

topup-title = Top up
topup-as-of = As of { $time }.
# A button. $data is “5 GB”, $days is “30 days”; the price follows.
topup-add = Add <b>{ $data }</b> · { $days }
topup-add-unlimited = Add <b>unlimited data</b> · { $days }
topup-you-pay = You pay on Stripe’s page; we never see your card. If it cannot be added, the whole price goes back by itself.
topup-nothing-fits = Nothing fits this eSIM any more
topup-nothing-fits-lead = A new plan comes as an eSIM of its own; your phone can keep both.
topup-silent = We cannot see what fits right now
topup-silent-lead = The network does not answer. Nothing is wrong with your eSIM, and nothing was charged. Try again in a minute.
topup-try-again = Try again
topup-stopped = Sales are paused for a moment
topup-stopped-lead = Nothing can be bought now. What is on your eSIM is not affected. Please look again soon.
topup-look-again = Look again
topup-too-quick = That was very quick. Wait a minute and press the button again.
topup-no-longer-fits = That add-on can no longer be put on this eSIM. Nothing was charged: what fits now is below.
topup-price-changed = The price has just changed. Nothing was charged: the new prices are below.
topup-cannot-deliver = We cannot deliver right now, so we do not sell. Nothing was charged: please come back soon.
topup-no-payment-page = The payment page could not be opened. Nothing was charged: please press the button again.
addon-activated-by-itself = Once data from your current plan is used up or expires, your add-on data will be automatically activated.
addon-countdown = The countdown towards expiry will start when you start using data from the add-on package.
addon-no-reinstall = You do not need to re-install the eSIM or manually activate your add-on plan.

## Give it back

give-back-title = Give it back
give-back-question = Give it back?
# $plan is “Japan · 10 GB · 7 days”.
give-back-what = { $plan }, never used.
give-back-what-and-when = { $plan }, bought on { $day }, never used.
give-back-you-paid = You paid
give-back-fee = Fee kept
give-back-to-your-card = Comes back to your card
give-back-comes-back = Comes back
give-back-network-reference = Network’s reference
give-back-refund-reference = Refund reference
give-back-ends-esim = This plan ends at once, and with it what this eSIM was bought for.
give-back-ends-add-on = This plan ends at once; the other plans on this eSIM stay.
give-back-for-good-esim = It cannot be undone. To travel after all you would buy a new eSIM.
give-back-for-good-add-on = It cannot be undone. To travel after all you would buy a new add-on.
give-back-money = The money goes to the card or account you paid with. Banks usually show it within 5 to 10 days.
# A button. $back is an amount of money.
give-back-button = Give it back and get { $back }
give-back-keep = Keep it
give-back-not = This cannot be given back
give-back-when = When money goes back
give-back-why-kept = Why: it had been started before it could be ended.
give-back-kept = It was not given back
give-back-asked = Giving it back
give-back-paid = Given back and paid back
give-back-another-way = Given back; its money went another way
give-back-needs-a-person = Given back; the refund needs a person
give-back-on-its-way = Given back. Your money is on its way
give-back-lead-kept = Nothing was ended and no money moved. The plan is yours as before.
give-back-lead-asked = We are ending it at the network. Then the money goes back by itself; you can close this page.
give-back-lead-paid = It went to the card or account you paid with. Banks usually show it within 5 to 10 days.
give-back-lead-another-way = We had sent the money of this order back already, so it was not sent a second time. The order’s page shows it.
give-back-lead-needs-a-person = Your bank sent the refund back to us. A person has been called, and you need not do anything.
give-back-lead-on-its-way = You need not do anything. Banks usually show a refund within 5 to 10 days.
# Stations on a line, one below the other; some have a short remark below them.
give-back-step-asked = You asked
give-back-step-kept = Kept
give-back-step-ended = Ended at the network
# A remark.
give-back-step-about-to-be = about to be
give-back-step-money-back = Money sent back
# A remark.
give-back-step-another-way = another way
give-back-step-refund-returned = Refund came back
# A remark.
give-back-step-a-person = a person is on it
give-back-step-money-on-its-way = Money on its way
give-back-not-allowed = This shop takes nothing back once it is delivered.
give-back-not-delivered = It is not delivered, or was given back already.
give-back-started = It has been started, and what has started cannot be given back.
give-back-over = It is over, so there is nothing left to give back.
give-back-too-late = The time in which it could be given back has passed.
give-back-nothing-left = The fee is as high as what you paid, so nothing would come back.
give-back-refunded = Its money goes back already.
give-back-held = Its payment is being looked into. Until that is decided nothing can be given back.
give-back-another-amount = Another amount comes back now. Nothing was given back: look at it and decide again.
give-back-no-answer = The network does not answer right now. Nothing was given back: please press the button again in a minute.

## Start it now

start-name = Start it now
start-now = Start it now?
start-asked = Starting it
start-started = It has started
start-kept = It was not started
start-impossible = It cannot be started here
start-lead-now = You need not: it starts by itself when it first meets a network at your destination.
start-lead-asked = We are asking the network. You can close this page.
start-lead-started = Its days count now, wherever you are.
start-lead-kept = The network did not start it. It starts by itself when it first connects at your destination.
start-lead-impossible = It is over, given back, or this shop leaves the start to the network.
# $days is 0 where it is not known how many they are.
start-warning =
    { $days ->
        [0] <b>Its days begin to count at once, wherever you are.</b> It can no longer be given back.
        [one] <b>Its one day begins to count at once, wherever you are.</b> It can no longer be given back.
       *[other] <b>Its { $days } days begin to count at once, wherever you are.</b> It can no longer be given back.
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

part-before-installing = <b>This eSIM can only be installed once. Do not remove it from your phone.</b> Add it at home, before you fly: some countries block eSIM shops. Stay on a stable Wi-Fi until it is done.
part-sign-in-email = E-mail address
part-sign-in-button = Mail me a sign-in link
part-copy = Copy
# For screen readers. $what is “activation code”, “APN”; where that needs another article or case, say “Copy: …”.
part-copy-what = Copy the { $what }
# For screen readers, before a station on the line of what has happened: “done: Paid”.
part-clock-done = done:
part-clock-now = now:
part-clock-failed = failed:
part-clock-later = later:
# $time is “10:02:11”.
part-clock-time = { $time } UTC
part-as-of = As of { $time }. The network counts with some delay.
part-as-of-stale = The network did not answer just now. These are its last known figures, as of { $time }.
part-help = Help
# The first link leads to the guides, the second opens a mail.
part-help-stuck = Stuck? See the <a>guides</a>, or write to <a2>{ $email }</a2>; a person reads it.
