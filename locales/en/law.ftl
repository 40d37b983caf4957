# What the law gives a traveller, and what the shop says about itself.

## How long what is kept, on the privacy page. $time is a length such as “30 days”.

privacy-how-long = How long we keep it
privacy-how-long-unpaid = An order that was never paid for: { $time }.
privacy-how-long-mails = The address and content of the emails we sent: { $time }.
privacy-how-long-events = What Stripe and our eSIM supplier tell us about a payment or an eSIM: { $time }. We store only its number, its kind and its time. The name, address and card details that Stripe sends with it are never stored.
privacy-how-long-counts = The count of requests: { $time }.
privacy-how-long-orders = Paid orders with their refunds and eSIMs: as long as bookkeeping law requires.
