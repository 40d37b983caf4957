## Figures

# $amount is written as the language writes numbers; $symbol is $, €, £ … as CLDR has it in your language: US$ where $ is another money.
money-symbol = { $symbol }{ $amount }
# $code is an ISO 4217 code, for currencies without a symbol of their own.
money-code = { $code } { $amount }
unit-gb = GB
unit-mb = MB
data-amount = { $figure } { $unit }
# Alone in large letters on a plan's card.
data-unlimited = Unlimited
data-unlimited-long = Unlimited data
# What an unlimited plan holds. $data is an amount such as 2 GB, $speed a rate as the network writes it.
fair-use = Fair use
fair-use-full = { $data } a day at full speed, then { $speed }
fair-use-data = { $data } a day at full speed, then slower
fair-use-speed = Slowed to { $speed } after heavy use; the network does not say how much that is
fair-use-unknown = The network does not state its fair-use limit
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}

## The frame of every page

skip-to-content = Skip to the content
demo-label = Demo
demo-banner = This is a demo: no real money moves, and the eSIMs are made up.
test-label = Test mode
test-banner = This shop is in test mode: no real money moves, and eSIMs are for its testers only.
notice-label = Notice
sales-paused-banner = Sales are paused for a short while. Orders you have already paid for are not affected. Please check back soon.
nav-main = Main
nav-destinations = Destinations
nav-help = Help
nav-my-esims = My eSIMs
# Above a form that came back, with a list of what is wrong.
errors-title = There is a problem
need-a-person = Questions? Email us:
foot-devices = Will it work on my phone?
foot-refunds = Refunds
foot-privacy = Privacy
foot-terms = Terms
languages = Languages
# Said in this language to somebody who reads the page in another one, as a link.
offer-this-language = View this page in English
copied = Copied
close = Close
copy-by-hand = Select and copy it manually
you-are-here = You are here

## What is not there

not-found-title = Page not found
not-found-lead = The address is wrong, or the plan is no longer sold. Your orders and eSIMs are not affected.
all-destinations = All destinations

## Lengths of time

minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
# 1 hour 30 minutes
hours-minutes = { $hours } { $minutes }
ago-now = just now
ago-minutes = { $n ->
    [one] { $n } minute ago
   *[other] { $n } minutes ago
}
ago-hours = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
}
ago-days = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
