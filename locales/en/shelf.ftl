## Home

home-title = Travel eSIMs
# $shop is the shop's name; $tagline a sentence of its owner.
home-description = Prepaid travel eSIMs from { $shop }. { $tagline }
home-headline = Land connected. Pay once, before you fly.
home-lead-countries = Prepaid data for { $countries } countries.
home-lead-regions = Prepaid data for { $countries } countries and { $regions ->
    [one] { $regions } region
   *[other] { $regions } regions
}.
home-tagline = Your eSIM is ready seconds after you pay, or we refund you automatically.
home-popular = Popular destinations
home-where = Where travellers go
home-several = One eSIM, several countries
home-trip = Plan a multi-country trip
shelf-empty-title = Loading plans
shelf-empty-text = We are getting the plans from our supplier. Please check back in a few minutes.
how-title = How it works
how-choose-title = Choose and pay
how-choose-text = Pick the data and the days. You pay on Stripe’s page; the price you see is the price you are charged.
how-install-title = Install at home
how-install-text = Your QR code appears on screen and in your inbox within seconds. Scan it on Wi-Fi before you leave.
how-switch-title = Turn it on when you land
how-switch-text = Turn the eSIM on with data roaming. The days start counting there, not when you buy.
promise-title = What we promise
promise-delivered-title = Delivered or refunded
promise-delivered-text = If we can’t deliver your eSIM, we automatically refund the full price to your card. You don’t have to ask.
promise-once-title = Bought once
promise-once-text = Clicked twice, lost the connection, came back later? You still pay once and get one eSIM.
promise-number-title = Your home number stays
promise-number-text = Calls and messages stay on your own line. Only the data goes through the eSIM.
before-title = Before you buy
before-phone = Will it work on my phone?
before-phone-text = Most phones made since 2019 support eSIM, as long as they are not locked to a carrier. Dial <code>*#06#</code>: if you see an EID, yours does. <a>More about devices</a>.
before-days = When do the days start?
before-days-text = When the eSIM first connects to a network at your destination. Start it within 60 days of buying: after that it may start automatically or stop working.
before-back = Can I get my money back?
before-back-text = Yes, in full and automatically, if we can’t deliver. For a plan you didn’t use, see the <a>refunds page</a>.

## Search

search-label = Where are you going?
search-hint = Where, when, how many? e.g. Tokyo, 10 days
search-button = Find plans
search-title = Search
search-title-for = Search: { $query }
search-results = Results for “{ $query }”
search-nothing-asked = A country, a city, an island or a region.
search-unknown-title = We couldn’t find that place
search-unknown-text = Try the country’s name or browse all destinations. Sure it’s right? Tell us: <a>{ $email }</a>.
search-guessed = No exact match. Did you mean:
search-plans-for = Plans: { $place }
search-all-plans = All plans: { $place }
no-plans-now = no plans at the moment
in-shared-plans = in plans for several countries
# A country told by its capital and the part of the world, so that nobody takes Austria for Australia.
capital-in = { $capital }, { $region }

## Places and plans

from-price = from { $price }
from = from
plans-count = { $n ->
    [one] { $n } plan
   *[other] { $n } plans
}
countries-count = { $n ->
    [one] { $n } country
   *[other] { $n } countries
}
mixed-up = Is this the right place? It is often confused with { $places }.
mixed-up-place = { $place } (capital: { $capital })
tag-most-chosen = Most chosen
tag-lowest = Lowest per GB
tag-longest = Longest
# Above a list of plans. $facts are networks and a speed such as “SoftBank, KDDI au · 5G”; $day is the last day to start a plan that is bought today.
board-shared = { $facts }. The days count from landing. If you buy today, start by { $day }.
board-starts = The days count from landing. If you buy today, start by { $day }.
board-unit = Per GB
pass-networks = Networks
pass-clock = Clock starts
plan-clock-when = When it first connects at your destination
pass-start-by = Start by
pass-choose = Choose
per-gigabyte = { $price } per GB
per-day = { $price } per day
# Beside a figure of days.
unit-days = { $n ->
    [one] day
   *[other] days
}
networks-many = { $n } networks
# $names are the first few networks, $n how many more there are.
networks-more = { $names } + { $n } more

## All destinations

destinations-description = Travel eSIMs for { $countries } countries and regions, with their prices.
destinations-count = { $countries } countries and territories.
destinations-jump = Jump to
destinations-several = Several countries

## One destination

destination-title = eSIM: { $place }
destination-description = { $n ->
    [one] A prepaid data plan, { $place }: { $price }. QR code seconds after you pay.
   *[other] { $n } prepaid data plans, { $place }, from { $price }. QR code seconds after you pay.
}
destination-no-plan = No plan just for this place at the moment.
destination-capital = Capital: { $capital }.
destination-region-capital = { $region }. Capital: { $capital }.
destination-region = { $region }.
destination-covers = Works in up to { $n } countries.
destination-nothing-title = No plans just for { $place }
destination-nothing-text = None of our plans works there at the moment. We would rather say so than sell you something that doesn’t.
destination-nothing-but = These multi-country plans do work there:
destination-plans = Plans
further-title = Going further?
further-lead = One eSIM for this country, or one for several: what they cost and where they work.
further-from = From
further-countries = Countries
tick-some = { $n } of { $all } plans
destination-where = Where these plans work
destination-where-note = Each plan lists its own countries; not every plan covers all of these.
destination-where-all = Every plan on this page works in all of these countries.
good-title = Good to know
good-days-text = When the eSIM first connects to a network at your destination, not when you buy. Start it within 60 days of buying.
good-more = What if I need more data?
good-more-text = Top up under <a>My eSIMs</a>: the data is added to the eSIM already on your phone, with nothing to reinstall.
good-number = Does my own number keep working?
good-number-text = Yes. Calls and messages stay on your own line. Leave data roaming off on that line, so that only the eSIM uses data.
good-phone = Is my phone compatible?
good-phone-text = Dial <code>*#06#</code>: if you see an EID, it is. It must not be locked to a carrier. <a>More about devices</a>.

## Sorting and filtering

sort-label = Sorted by
sort-data = Data
sort-price = Price
sort-gigabyte = Price per GB
sort-days = Days
stay-label = Your stay
stay-any = Any length
stay-short = Up to 7 days
stay-mid = 8–15 days
stay-long = 16+ days
amount-label = Data
amount-any = Any amount
amount-large = 10+ GB
amount-unlimited = Unlimited
filter-nothing = No plans match your filters. Try removing one.

## How much is enough

answer-title = How much do I need?
answer-use = How you use your phone
use-light = Light
use-everyday = Everyday
use-heavy = Heavy
answer-light = Maps and messages: about { $data } in { $days }
answer-everyday = Everyday use: about { $data } in { $days }
answer-heavy = Video and calls: about { $data } in { $days }
answer-most = No plan here has that much data for that long; this one comes closest.
answer-none = No plan here lasts { $days }.

## One plan

plan-description = { $plan }: { $price }. QR code seconds after you pay, or we refund you automatically.
plan-place = { $place }. Capital: { $capital }.
plan-place-region = { $place }, { $region }. Capital: { $capital }.
plan-place-in = { $place }, { $region }.
plan-speed = Speed
plan-speed-up-to = up to { $speed }
plan-unit = Unit price
plan-hotspot = Hotspot
plan-identity = Identity check
plan-yes = Yes
plan-no = No
plan-calls = Calls and messages
plan-calls-text = Data only; calls and texts stay on your own line
plan-topup = Top-up
plan-topup-yes = Available, no reinstall needed
plan-buy = Buy this plan
plan-paused = Sales are paused for a short while. Please check back soon.
plan-how-many = How many eSIMs?
plan-quantity = { $n } – { $price }
plan-first-day = First day of your trip, if you know it
plan-first-day-hint = We’ll tell you if it’s too early to buy.
plan-anyway = Buy now anyway: I’ll start it in time.
plan-pay = Yes – continue to payment
plan-unpaid = If you didn’t finish paying, nothing was charged. Your choice is kept: continue to payment, or change it.
# Right above the pay button, whose “Yes” answers it.
plan-device-ask = Dial <code>*#06#</code>: do you see an EID, and is your phone unlocked? <a>How to check</a>
plan-device-how = Dial <code>*#06#</code>: if you see an EID, it supports eSIM. It must not be locked to a carrier. <a>How to check</a>
plan-when = Travelling later?
plan-code = Have a discount code?
plan-code-label = Discount code
plan-code-was = instead of <s>{ $price }</s>
plan-code-applied = Code { $code } is applied.
plan-code-raised = Code { $code } is applied. This is our lowest price for this plan.
plan-marks = <b>One price, no extra fees.</b> You pay on Stripe’s page: card, Apple Pay, Google Pay.
plan-sold-by = Sold by <a>{ $seller }</a>
plan-charged-in = We charge in { $currency }; amounts after ≈ are only a guide.
# A list of plans with more and less data; what they cost more or less than this one.
plan-others = Other sizes
plan-more = + { $price }
plan-less = − { $price }
# $facts are labels such as “Hotspot”.
plan-unstated = Not stated by the network: { $facts }.
# $countries is “18 countries”.
plan-further = Going further? <a>{ $place }, { $countries }: { $data } · { $days }, { $price }</a>
plan-promise = <b>Delivered or refunded.</b> If we can’t deliver your eSIM, you get your money back automatically.
plan-back-fee = <b>Changed your mind?</b> Under My eSIMs you can cancel an unused plan within { $days } days for a refund, minus a { $fee } fee. <a>Refunds</a>
plan-back-full = <b>Changed your mind?</b> Under My eSIMs you can cancel an unused plan within { $days } days for a full refund. <a>Refunds</a>
plan-works-in = { $n ->
    [one] Works in { $n } country
   *[other] Works in { $n } countries
}
plan-all-networks = All networks
plan-next-title = What happens next
plan-next-pay = <b>You pay on Stripe’s page.</b> We never see your card.
# $time is a length of time such as “30 minutes”.
plan-next-code = <b>Your QR code appears,</b> usually within seconds, on screen and in your inbox. If we can’t deliver within { $time }, we refund the full price automatically; it only takes longer if it’s unclear whether your eSIM was issued.
plan-next-install = <b>Install it at home, on Wi-Fi.</b> An eSIM can only be installed once: do not remove it from your phone.
plan-next-land = <b>Turn it on when you land,</b> with data roaming for this line only.

## What stops a purchase

buy-quantity = Choose how many: 1 to 9.
buy-device = Please check your phone first: dial *#06#. If you see an EID and it isn’t locked, choose “Yes”.
buy-early = Your trip begins on { $first }, but a plan bought today must be started by { $last }. Buy it on { $from } or later.
buy-day-over = That date is in the past. Choose the first day of your trip or leave it empty.
buy-no-day = That isn’t a valid date. Choose a day or leave it empty.
buy-code-unknown = We don’t know this code. Check the spelling or leave the field empty.
buy-code-over = This code is no longer valid. Leave the field empty to buy without it.
buy-code-early = This code is valid from { $date }.
buy-code-plan = This code isn’t valid for this plan.
buy-code-small = This code needs an order of { $price } or more.
buy-code-lowest = This plan is already at its lowest price. Leave the field empty to buy without the code.
buy-code-spent = This code has been used up. Leave the field empty to buy without it.
buy-code-first = This code is for a first order only. Leave the field empty to buy without it.
buy-code-open = You are already paying with this code on another page. Finish there, or leave the field empty.
buy-code-many = Too many codes that we don’t know. Try again in an hour, or leave the field empty.
buy-too-quick = Too many attempts. Please wait a minute and try again.
buy-gone = This plan is no longer available. You haven’t been charged. Please choose another.
buy-dearer = The price of this plan has just changed. You haven’t been charged. Check the new price in a minute.
buy-repriced = The price of this plan has just changed: it is {$price} now. You haven’t been charged.
buy-stopped = We can’t deliver right now, so sales are paused. You haven’t been charged. Please come back soon.
buy-flood = Many people are buying right now. Nothing was charged. Please try again in a minute.
buy-failed = The payment page couldn’t be opened. You haven’t been charged. Please try again.

## The one box: what was asked, answered in place

box-order = Order { $number }
box-order-open = Open the order
box-order-whose = For your security, an order opens only in the browser that bought it, from the link in its email, or once you are signed in. <a>Sign in to see your eSIMs</a>.
# $phone is a model as it was typed.
box-phone-any = iPhones since 2018 and many newer Android phones support eSIM
box-phone-yes = Yes: { $phone } supports eSIM
box-phone-no = No: { $phone } does not support eSIM
box-phone-some = { $phone }: it depends on the model and where it was sold
box-trip = Your trip: { $places }
box-trip-change = Change days and data
box-everyday = everyday use, about { $data } a day
box-a-day = { $data } a day
box-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
box-for-all = { $n ->
    [one] For { $n } person: { $price }
   *[other] For { $n } people: { $price }
}
box-nearest = No plan covers all of that. These come closest:
box-add-place = Where are you going? Add a country or city, and we’ll show the plans that fit.
# Places that are no country. $place is the name that was typed.
note-sea = At sea, a ship has its own satellite network, and our plans don’t work on it. Leave data roaming off on board: it can be very expensive. In port, a plan for the country you’re in works.
note-air = On a plane there is no mobile network you can use with our plans; some airlines sell Wi-Fi. Your plan starts when you land and the eSIM connects.
note-divided = { $place } has mobile networks of its own, and our plans do not list them. A plan for { $country } uses the networks in the rest of the country, so you may have no signal there.
note-served = { $place } is covered by the networks of { $country }: choose a plan for { $country }. Coverage can be patchy and access is sometimes restricted: we can’t promise it.
note-none = { $place }: we know of no plan of ours that works there. We would rather say so than sell you something that doesn’t.
