# What the law gives a traveller, and what the shop says about itself.

## How long what is kept, on the privacy page. $time is a length such as “30 days”.

privacy-keep-withdrawal = The name you may give when you withdraw from a contract: to confirm your statement.
privacy-how-long = How long we keep it
privacy-how-long-unpaid = An order that was never paid for: { $time }.
privacy-how-long-mails = The address and content of the emails we sent: { $time }.
privacy-how-long-events = What Stripe and our eSIM supplier tell us about a payment or an eSIM: { $time }. We store only its number, its type and its time. The name, address and card details that Stripe sends with it are never stored.
privacy-how-long-counts = The number of requests: { $time }.
privacy-how-long-orders = Paid orders with their refunds and eSIMs: as long as accounting law requires.

## Withdrawal

foot-withdraw = Withdraw from a contract
foot-imprint = Legal notice
foot-accessibility = Accessibility
withdraw-title = Withdraw from a contract
withdraw-lead = Buyers in the European Union, the EEA and the United Kingdom have { $days } days from their purchase to withdraw, without giving a reason: we cancel the plans that haven’t been used and refund their full price. For other buyers, the rules on the refunds page apply.
withdraw-number = Order number
withdraw-number-hint = It starts with E and is in every email about your order.
withdraw-email = Email address
withdraw-email-hint = The address your order was sent to. We confirm your withdrawal there.
withdraw-name = Your name (optional)
withdraw-here = Withdraw from contract here
withdraw-more = You can also email or write to us: that’s just as valid. <a>More about refunds</a>
withdraw-type-number = Enter the order number, for example E10001.
withdraw-type-address = Enter an email address, for example ada@example.com.
withdraw-too-often = Too many statements came from your network. Try again in an hour, or email { $email }: that’s just as valid.
withdraw-check = Check and confirm
withdraw-statement = I withdraw from the contract for order { $order }.
withdraw-statement-by = I, { $name }, withdraw from the contract for order { $order }.
withdraw-what-follows = We’ll email a confirmation with the time of your statement. Unused plans are then cancelled and refunded. If a plan has been used, we’ll email you about it.
withdraw-effect-back = Refund: { $amount }
withdraw-effect-person = Used: we’ll email you about it
withdraw-effect-gone = Already refunded
withdraw-confirm = Confirm withdrawal
withdraw-change = Change
withdraw-done = We have received your statement
withdraw-done-at = Your statement about order { $order } was received on { $at }.
withdraw-done-owner = We have emailed a confirmation to { $email }. Unused plans are being cancelled now, and they are refunded automatically.
withdraw-done-anybody = If the number and the address belong together, we have emailed a confirmation to the order’s address. Check your inbox: it says what happens next.
withdraw-stop = Wasn’t this you?
withdraw-stop-lead = Someone who knows your order number and email address asked to withdraw. If it wasn’t you, stop it here.
withdraw-stop-button = This wasn’t me
withdraw-stopped = The withdrawal has been stopped
withdraw-stopped-lead = Nothing was cancelled. Your plans stay as they are.
withdraw-stop-over = There is nothing to stop here
withdraw-stop-over-lead = The withdrawal has already been carried out or stopped. If something is wrong, email us.
mail-withdrawal = We have received your withdrawal
mail-withdrawal-statement = On { $at } you withdrew from the contract for order { $order }.
mail-withdrawal-statement-by = On { $at } you, { $name }, withdrew from the contract for order { $order }.
mail-withdrawal-now = We’re cancelling the plans that haven’t been used. They are refunded automatically.
mail-withdrawal-later = On { $until } we’ll cancel the plans that haven’t been used. They are then refunded automatically.
mail-withdrawal-used = If a plan has been used, we’ll email you about it.
mail-withdrawal-not-you = Didn’t ask for this? Stop it before then:

## Legal notice

imprint-title = Legal notice
imprint-description = Who is responsible for this shop, and how to reach them.
imprint-seller = Seller
imprint-address = Address
imprint-contact = Email
imprint-telephone = Telephone
imprint-register = Register
imprint-vat = VAT number

## Accessibility

accessibility-title = Accessibility
accessibility-description = How accessible this shop is, and how to tell us about a barrier.
accessibility-lead = Everyone should be able to buy an eSIM here, install it and get help.
accessibility-standard = We follow the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA and the European standard EN 301 549.
accessibility-tested = Every page is checked automatically in every language, in light and dark mode and at three widths; buying a plan is also checked with the keyboard alone. The shop works without JavaScript.
accessibility-limits = The payment page belongs to Stripe. Our instructions name settings as phone makers do; your phone may call them something else.
accessibility-report = Something doesn’t work for you? Tell us: we’ll help you and fix it. <a>{ $email }</a>
refunds-mind-law = Buyers in the European Union, the EEA and the United Kingdom can <a>withdraw</a> within { $days } days of buying: an unused plan is cancelled and its full price refunded.

## Before paying: that we deliver at once, and what that means. The page's words are stored with the order.

consent-new = By paying, you ask us to deliver your eSIM immediately, before the { $days }-day withdrawal period is over. Buyers in the European Union, the EEA and the United Kingdom can still withdraw within that time and get the full price back, as long as the plan hasn’t been used. Once it has started, there is no full refund.
consent-topup = By paying, you ask us to add this data immediately, before the { $days }-day withdrawal period is over. Buyers in the European Union, the EEA and the United Kingdom can still withdraw within that time and get the full price back, as long as the top-up hasn’t been used. Once it has started, there is no full refund.
consent-short = By paying, you ask us to deliver immediately. <a>What that means</a>
consent-box = I ask you to begin immediately, and I understand that there is no full refund once the plan has started.
buy-begin-now = Tick this box: it lets us deliver immediately.
mail-consent = Before you paid, on { $at }, you agreed to this: “{ $words }”

## Tax, on receipts

tax-at = Includes { $percent }% tax: { $amount }
tax-included = Includes tax: { $amount }

## Invoices: the page that an order's owner asks on, and the paper. What stands on paper is read by accountants.

order-invoice = Invoice (PDF)
invoice-page-title = Invoice for order { $order }
invoice-ask = An order has one invoice, and it can’t be changed once it is issued. Check what you write.
invoice-ask-bill-to = Made out to (optional)
# $time is a length of time such as “4,018 days”.
invoice-ask-why = Name or company, address and, if you have one, VAT number, each on its own line. Tax law makes us keep what you write here; we delete it after { $time }.
invoice-in-english = The invoice is written in English; please write in Latin letters.
invoice-ask-button = Issue the invoice
invoice-too-long = Please shorten this to 8 lines and 400 characters.
invoice-letters = Please write this in Latin, Greek or Cyrillic letters.
invoice-issued = If money is refunded to you, its credit note appears here as well.
invoice-file = Invoice { $number } of { $day } (PDF)
invoice-credit-file = Credit note { $number } of { $day } (PDF)
invoice-title = Invoice
invoice-credit-title = Credit note
invoice-test = A test: no real money was paid, and this is not an invoice.
invoice-number = Number
invoice-date = Date
invoice-supplied = Date of supply
invoice-order = Order
invoice-refers-to = For invoice
invoice-of = { $number } of { $day }
invoice-bill-to = Bill to
invoice-country = Billing country
invoice-item = Description
invoice-amount = Amount with VAT
invoice-credited = Refund for order { $order }
invoice-net = Net
invoice-tax = VAT
invoice-tax-at = VAT { $percent }%
invoice-paid = Paid in full on { $day }.
invoice-sent-back = Refunded on { $day } to the card or account that paid.
privacy-keep-invoices = If you ask for an invoice: what you write on it. Once issued, an invoice may not be changed or deleted for as long as we must keep it.
privacy-how-long-invoices = Invoices and credit notes, with what you wrote on them: { $time }.
