## Plan a trip

trip-title = Plan a trip
trip-description = Several countries on one trip: see whether one eSIM for all or one for each country costs less.
trip-lead = Tell us where you’re going and when. We compare one eSIM for the whole trip with one per country.
trip-where = Where are you going, and when?
trip-example = Tokyo, Bali, London, 3–19 May
trip-where-hint = List places in order, separated by commas. Add days or dates if you know them.
trip-first = First day
trip-last = Last day
trip-need = How much data?
trip-need-maps = Maps and messages, about 0.3 GB a day
trip-need-daily = Everyday use, about 1 GB a day
trip-need-video = Video and calls, about 3 GB a day
trip-need-unlimited = Unlimited
trip-compare = Compare
trip-examples = For example
trip-example-asia = Bangkok 4 days, Hanoi 5 days, Singapore 3 days
trip-example-europe = Paris, Rome, Athens, 2 weeks
trip-example-america = New York 5 days, Toronto 3 days, Mexico 7 days

## What was understood

trip-stops = Your stops
# $n is the number of the stop, $place its country.
trip-days-in = Days: { $place }
trip-again = Compare again
trip-change = Change the trip
trip-whole = { $days ->
    [one] { $days } day in total
   *[other] { $days } days in total
}
trip-whole-dated = { $days ->
    [one] { $days } day in total: { $first }
   *[other] { $days } days in total: { $first } to { $last }
}
trip-taken-for = We read “{ $text }” as { $place }. Not right? Add the country’s name.
trip-unknown = We didn’t understand: { $parts }.
trip-assumed = You didn’t say how long, so we assumed a week per stop. You can change that.
trip-nothing = We couldn’t find a place in that. Enter countries or cities, separated by commas.
trip-too-long = We can compare up to { $stops } stops and { $days } days. Please split the trip.
trip-early = Plans must be started within 60 days of buying. For this trip, buy on { $day } or later.
trip-one-order = One order holds up to { $n } eSIMs of a plan; order the rest separately.

## Options

trip-options = Ways to stay connected
trip-one = One eSIM for all
trip-local = One for each country
trip-mix = The cheapest mix
trip-cheapest = Cheapest
trip-esims = { $n ->
    [one] { $n } eSIM
   *[other] { $n } eSIMs
}
trip-for = For: { $places }
trip-uncovered = No plan fits these stops: { $places }.
trip-no-single = No single plan is enough for the whole trip.
trip-near = Not enough for this trip
trip-too-short = { $days ->
    [one] Lasts { $days } day; your trip is { $needed }
   *[other] Lasts { $days } days; your trip is { $needed }
}
trip-too-small = Includes { $data }; your trip needs about { $needed }
trip-slows-down = Slows down, and the network doesn’t say after how much; your trip needs about { $needed }
trip-not-exact = For more than { $stops } stops we compare the most likely combinations, not every one.

## One eSIM now with a top-up later: advice, no part of the order

trip-later = One eSIM now, a top-up later
# What the top-up is and costs stands behind it.
trip-later-then = On day { $day } of the trip, add a top-up – offered today:
trip-later-note = The top-up is not part of this order. You add it on your eSIM’s page when you need it; its price may change until then.

## Several plans in one payment

choice-title = Your choice
choice-from = From { $day }
choice-remove = Remove
choice-update = Update the total
choice-pay = { $n ->
    [one] { $n } eSIM, one payment
   *[other] { $n } eSIMs, one payment
}
choice-price = The price of this plan is now { $price }. You haven’t been charged.
choice-unnamed = A plan
choice-plans = One order holds up to { $n } different plans. Remove some; you can order them separately.
choice-lines = One order holds up to { $n } eSIMs. Choose fewer; you can order the rest separately.
choice-code-raised = Code { $code } is applied. This is our lowest price for these plans.
choice-code-plan = This code isn’t valid for these plans.
choice-code-lowest = These plans are already at their lowest price. Leave the field empty to buy without the code.
# $n of a plan, $all of all plans together.
trip-too-many = One order holds up to { $n } eSIMs of a plan and { $all } in all. Open each plan to order it.
