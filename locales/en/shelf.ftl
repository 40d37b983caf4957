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
home-tagline = Your eSIM is ready seconds after you pay, or your money goes back by itself.
home-popular = Popular destinations
home-where = Where travellers go
home-several = One eSIM, several countries
home-trip = Plan a trip through several countries
shelf-empty-title = The shelf is being filled
shelf-empty-text = We are fetching the plans from our supplier. Please look again in a few minutes.
how-title = How it works
how-choose-title = Choose and pay
how-choose-text = Pick the data and the days. You pay on Stripe’s page; the price you see is the price you are charged.
how-install-title = Install at home
how-install-text = The QR code is on your screen seconds later, and in your mail. Scan it on Wi-Fi before you leave.
how-switch-title = Switch on when you land
how-switch-text = Turn the eSIM on with data roaming. The days start counting there, not when you buy.
promise-title = What we promise
promise-delivered-title = Delivered or refunded
promise-delivered-text = If your eSIM cannot be made ready, the whole price goes back to your card by itself. You need not ask.
promise-once-title = Bought once
promise-once-text = Pressing twice, losing the connection, coming back later: one payment, one eSIM.
promise-number-title = Your home number stays
promise-number-text = Calls and messages stay on your own line. Only the data goes through the eSIM.
before-title = Before you buy
before-phone = Will it work on my phone?
before-phone-text = Most phones since 2019 take an eSIM if they are not locked to a carrier. Dial <code>*#06#</code>: if an EID is shown, yours does. <a>More on devices</a>.
before-days = When do the days start?
before-days-text = When the eSIM first connects to a network at your destination. Start it within 60 days of buying: after that it may start by itself, or no longer work.
before-back = Can I get my money back?
before-back-text = Yes, in full and by itself, if we cannot deliver. What happens with a plan you did not use is on the <a>refunds page</a>.

## Search

search-label = Where are you going?
search-hint = Country or city
search-button = Find plans
search-title = Search
search-title-for = Search: { $query }
search-results = Results for “{ $query }”
search-nothing-asked = A country, a city, an island or a region.
search-unknown-title = We do not know that place
search-unknown-text = Try the name of the country, or look through all destinations. If you are sure it is right, tell us: <a>{ $email }</a>.
search-guessed = Nothing is spelt quite like that. Did you mean:
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
mixed-up = Is it the right place? This name is often mixed up with { $places }.
mixed-up-place = { $place } (capital: { $capital })
pass-label = { $data } · { $days }, { $price }
pass-lowest = Lowest per GB
pass-data = Data
pass-lasts = Lasts
pass-networks = Networks
pass-not-stated = Not stated
pass-clock = Clock starts
pass-clock-when = when you land
plan-clock-when = When it first connects at your destination
pass-start = Bought today, start by
pass-start-by = Start by
pass-choose = Choose
per-esim = per eSIM
per-gigabyte = { $price } per GB
per-day = { $price } per day
# Under the figure of days on a plan's card.
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
destination-lead = { $n ->
    [one] { $n } plan, from { $price }.
   *[other] { $n } plans, from { $price }.
}
destination-no-plan = No plan of its own at the moment.
destination-capital = Capital: { $capital }.
destination-region-capital = { $region }. Capital: { $capital }.
destination-covers = Works in up to { $n } countries.
destination-nothing-title = Nothing for this place alone: { $place }
destination-nothing-text = None of our plans works there at the moment. We would rather say so than sell you something that does not.
destination-nothing-but = But the plans below, for several countries, work there too.
destination-plans = Plans
destination-also = Going further? These work there too
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
good-more-text = Top it up at <a>My eSIMs</a>: more data goes onto the eSIM that is in your phone, and nothing has to be installed again.
good-number = Does my own number keep working?
good-number-text = Yes. Calls and messages stay on your own line. Leave data roaming off on that line, so that only the eSIM uses data.
good-phone = Will my phone take it?
good-phone-text = Dial <code>*#06#</code>: if an EID is shown, it can. It must not be locked to a carrier. <a>More on devices</a>.

## Sorting and filtering

sort-label = Sorted by
sort-data = Data
sort-price = Price
sort-gigabyte = Price per GB
sort-days = Days
stay-label = Your stay
stay-any = Any length
stay-short = Up to 7 days
stay-mid = 8 to 15 days
stay-long = 16 days or more
amount-label = Data
amount-any = Any amount
amount-large = 10 GB or more
amount-unlimited = Unlimited
filter-nothing = No plan is like that. Take a filter off.

## One plan

plan-description = { $plan }: { $price }. QR code seconds after you pay, or your money goes back by itself.
plan-place = { $place }. Capital: { $capital }.
plan-place-region = { $place }, { $region }. Capital: { $capital }.
plan-speed = Speed
plan-speed-up-to = up to { $speed }
plan-unit = Unit price
plan-not-stated = Not stated by the network
plan-hotspot = Hotspot
plan-identity = Identity check
plan-yes = Yes
plan-no = No
plan-calls = Calls and messages
plan-calls-text = Data only; your own line keeps both
plan-topup = Top-up
plan-topup-yes = Possible, without installing again
plan-buy = Buy this plan
plan-one-price = For one eSIM. Nothing is added on the way.
plan-paused = Sales are paused for a moment. Nothing can be bought now; please look again soon.
plan-how-many = How many eSIMs?
plan-how-many-hint = One for each phone.
plan-quantity = { $n } – { $price }
plan-first-day = First day of your trip, if you know it
plan-first-day-hint = We tell you if it is too early to buy.
plan-anyway = Buy it now all the same: I start it in time.
plan-device = Does your phone take it?
plan-device-how = Dial <code>*#06#</code>: if an EID is shown, it takes an eSIM. It must not be locked to a carrier. <a>How to check</a>
plan-pay = Yes – pay on Stripe’s page
plan-promise = <b>Delivered or refunded.</b> No eSIM, no payment: the money goes back by itself.
plan-back-fee = <b>Changed your mind?</b> At My eSIMs you can give an unused plan back within { $days } days, less { $fee }. <a>Refunds</a>
plan-back-full = <b>Changed your mind?</b> At My eSIMs you can give an unused plan back within { $days } days, in full. <a>Refunds</a>
plan-works-in = { $n ->
    [one] Works in { $n } country
   *[other] Works in { $n } countries
}
plan-all-networks = All networks
plan-next-title = What happens next
plan-next-pay = <b>You pay on Stripe’s page.</b> We never see your card.
# $time is a length of time such as “30 minutes”.
plan-next-code = <b>Your QR code appears,</b> usually within seconds, on the page and in your mail. If it cannot be made ready within { $time }, the whole price goes back to your card by itself; only when it is unclear whether it was made can that take longer.
plan-next-install = <b>Install it at home, on Wi-Fi.</b> An eSIM can only be installed once: do not remove it from your phone.
plan-next-land = <b>Turn it on when you land,</b> with data roaming for this line only.

## What stops a purchase

buy-quantity = Choose how many: 1 to 9.
buy-device = Please check your phone first: dial *#06#. If it shows an EID and is not locked, press “Yes”.
buy-early = Your trip begins on { $first }, but bought today this plan has to be started by { $last }. Buy it on { $from } or later.
buy-day-over = That day is over. Choose the first day of your trip, or leave it empty.
buy-no-day = This is no date. Choose the day, or leave it empty.
buy-too-quick = That was very quick. Wait a minute and press the button again.
buy-gone = This plan has just been withdrawn by the network. Nothing was charged: please choose another.
buy-dearer = The price of this plan has just changed. Nothing was charged: look again in a minute for the new price.
buy-stopped = We cannot deliver right now, so we do not sell. Nothing was charged: please come back soon.
buy-flood = Many people are buying at this moment. Nothing was charged: please press the button again in a minute.
buy-failed = The payment page could not be opened. Nothing was charged: please press the button again.
