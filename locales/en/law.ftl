# What the law gives a traveller, and what the shop says about itself.

## How long what is kept, on the privacy page. $time is a length such as “30 days”.

privacy-keep-withdrawal = The name you may give when you withdraw from a contract: to confirm your statement.
privacy-how-long = How long we keep it
privacy-how-long-unpaid = An order that was never paid for: { $time }.
privacy-how-long-mails = The address and content of the emails we sent: { $time }.
privacy-how-long-events = What Stripe and our eSIM supplier tell us about a payment or an eSIM: { $time }. We store only its number, its kind and its time. The name, address and card details that Stripe sends with it are never stored.
privacy-how-long-counts = The count of requests: { $time }.
privacy-how-long-orders = Paid orders with their refunds and eSIMs: as long as bookkeeping law requires.

## Withdrawal

foot-withdraw = Withdraw from a contract
foot-imprint = Legal notice
foot-accessibility = Accessibility
withdraw-title = Withdraw from a contract
withdraw-lead = You have { $days } days from your purchase to withdraw, and you don’t have to give a reason. We cancel the plans that have not been used and refund their full price.
withdraw-number = Order number
withdraw-number-hint = It starts with E and is in every email about your order.
withdraw-email = Email address
withdraw-email-hint = The address your order was sent to. We confirm your withdrawal there.
withdraw-name = Your name (optional)
withdraw-here = Withdraw from contract here
withdraw-more = You can also email us or write to us: that counts just as much. <a>More about refunds</a>
withdraw-type-number = Enter the order number, for example E10001.
withdraw-type-address = Enter an email address, for example ada@example.com.
withdraw-too-often = Too many statements came from your network. Try again in an hour, or email { $email }: that counts just as much.
withdraw-check = Check and confirm
withdraw-statement = I withdraw from the contract for order { $order }.
withdraw-statement-by = I, { $name }, withdraw from the contract for order { $order }.
withdraw-what-follows = We will email a confirmation with the time of your statement. Unused plans are then cancelled and refunded in full. If a plan has been used, we will write to you about it.
withdraw-effect-back = { $amount } goes back
withdraw-effect-person = Used: we will write to you about it
withdraw-effect-gone = Already refunded
withdraw-confirm = Confirm withdrawal
withdraw-change = Change
withdraw-done = We have received your statement
withdraw-done-at = Order { $order }, received on { $at }.
withdraw-done-owner = We have emailed a confirmation to { $email }. Unused plans are being cancelled now, and their full price is refunded automatically.
withdraw-done-anybody = If the number and the address belong together, we have emailed a confirmation to the order’s address. Check your inbox: it says what happens next.
withdraw-stop = Was this not you?
withdraw-stop-lead = Somebody who knows your order number and email address asked to withdraw. If it was not you, stop it here.
withdraw-stop-button = This was not me
withdraw-stopped = The withdrawal is stopped
withdraw-stopped-lead = Nothing was cancelled. Your plans stay as they are.
withdraw-stop-over = There is nothing to stop here
withdraw-stop-over-lead = The withdrawal was already carried out or stopped. If something is wrong, write to us.
mail-withdrawal = We have received your withdrawal
mail-withdrawal-statement = On { $at } you withdrew from the contract for order { $order }.
mail-withdrawal-statement-by = On { $at } you, { $name }, withdrew from the contract for order { $order }.
mail-withdrawal-now = We are cancelling the plans that have not been used. Their full price is refunded automatically.
mail-withdrawal-later = At { $until } we cancel the plans that have not been used. Their full price is then refunded automatically.
mail-withdrawal-used = If a plan has been used, we will write to you about it.
mail-withdrawal-not-you = You did not ask for this? Stop it before then:

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
accessibility-lead = Everybody should be able to buy an eSIM here, install it and get help.
accessibility-standard = We follow the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA and the European standard EN 301 549.
accessibility-tested = Every page is checked automatically in every language, in light and dark, at three widths, and by keyboard. It also works without JavaScript.
accessibility-limits = The payment page belongs to Stripe. Texts about phones name settings as the makers do, so they may differ from what your phone says.
accessibility-report = Something does not work for you? Tell us and we will help you and mend it: <a>{ $email }</a>
refunds-mind-law = Buyers in the European Union, the EEA and the United Kingdom can <a>withdraw</a> within { $days } days of buying: an unused plan is cancelled and its full price refunded.
