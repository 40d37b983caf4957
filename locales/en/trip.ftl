## Plan a trip

trip-title = Plan a trip
trip-description = Several countries on one journey: see whether one eSIM for all or one for each country costs less.
trip-lead = Write where you go and when. We compare one eSIM for the whole trip with one for each country.
trip-where = Where are you going, and when?
trip-example = Tokyo, Bali, London, 3–19 May
trip-where-hint = Places in their order, separated by commas. Days or dates if you know them.
trip-first = First day
trip-last = Last day
trip-need = How much data?
trip-need-maps = Maps and messages, about 0.3 GB a day
trip-need-daily = Every day, about 1 GB a day
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
trip-days-in = Days in { $place }
trip-again = Compare again
trip-whole = { $days ->
    [one] { $days } day in all
   *[other] { $days } days in all
}
trip-whole-dated = { $days ->
    [one] { $days } day in all: { $first }
   *[other] { $days } days in all: { $first } to { $last }
}
trip-taken-for = We took “{ $text }” for { $place }. Is it another place? Write its country.
trip-unknown = This we did not understand: { $parts }.
trip-assumed = No length was given, so we took a week for each stop. Change it as you like.
trip-nothing = We found no place in that. Write countries or cities, separated by commas.
trip-too-long = At most { $stops } stops and { $days } days can be compared. Please split the trip.
trip-early = Plans must be started within 60 days of buying. For this trip, buy on { $day } or later.

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
trip-for = For { $places }
trip-uncovered = For { $places } there is no plan that fits.
trip-no-single = No single plan works in all of these places for long enough.
trip-near = Not enough for this trip
trip-too-short = { $days ->
    [one] Lasts { $days } day; the trip takes { $needed }
   *[other] Lasts { $days } days; the trip takes { $needed }
}
trip-too-small = Holds { $data }; you wanted { $needed }
trip-not-exact = With more than { $stops } stops we compare the likeliest ways, not every one.
