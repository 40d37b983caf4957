## Handing one eSIM over: to who travels with it, or to the buyer’s own phone
hand-over-title = Share with another traveller
hand-over-lead = Send the traveller a link that opens this one eSIM: its QR code and how to install it. No price, and none of your other eSIMs.
hand-over-name = Traveller’s name (optional)
hand-over-name-hint = So that you can tell your eSIMs apart.
hand-over-no-name = Up to 40 characters, on one line.
hand-over-too-quick = Too many links in a short time. Please wait a while.
hand-over-over = This eSIM is being cancelled or can no longer be used, so there is nothing to send.
hand-over-make = Create a link
hand-over-only-name = Save the name only
hand-over-open = A link is active until { $day }. Creating a new one replaces it.
hand-over-end = End the link
hand-over-what = Anyone with the link can install this eSIM, once. Send it only to that person. You can end it here at any time.
hand-over-made = The link is ready
hand-over-made-lead = Send it to the person who will travel with this eSIM.
hand-over-made-lead-name = Send it to { $name }.
hand-over-link = Link
hand-over-once = It is shown only once, so copy it now. If it gets lost, create a new one.
hand-over-scan = Standing next to each other? They can scan this with their phone’s camera to open the page.
hand-over-until = It works until { $day }.
hand-over-link-alt = QR code that opens the traveller’s page
hand-over-change = Change the name or end the link
hand-over-somebody = For someone else? Add their name and send a link
hand-over-link-for = Send { $name } a link
hand-over-phone-button = Open this on the phone
hand-over-browser-button = Create a link for the browser
hand-over-phone-title = Open it on the phone
hand-over-phone-lead = Scan this with the camera of the phone you’ll travel with. It opens a page where the eSIM installs with one tap.
hand-over-phone-until = Valid for 15 minutes, until { $time }.
hand-over-phone-link = Or open this address in the phone’s own browser
hand-over-not-the-code = This code opens a page. The code that installs the eSIM is the other one.
hand-over-phone-alt = QR code that opens a page on the phone
handed-for = For { $name }
handed-title = Your eSIM
handed-lead = { $plan }, bought for you at { $shop }. Add it at home, on stable Wi-Fi; it takes two minutes.
handed-start-by = <b>Start by { $day }.</b> After that day the plan may start automatically and use up its days, or stop working.

## The eSIMs of one order for several people

family-title = Who are they for?
family-lead = Name them once. Everyone gets a link that opens only their own eSIM.
# A button, and what stands beside the eSIM that it was pressed for: on a phone, and on a computer.
family-this-phone = This phone
family-mine = For me
family-not-mine = Not for me after all
family-send = Send link
family-send-again = Send again
family-send-all = Send all links
# Beside a name: “link sent · not installed yet”.
family-sent = link sent
family-not-installed = not installed yet
family-show = Show
family-qr = QR code and codes
family-scan = Scan this with the other phone’s camera.
family-made = The links are ready
family-once = They are shown only once, so send or copy them now. If one gets lost, create a new one.
# Of a field with a line for each traveller: a name and a link.
family-links = Links, one line per traveller
family-share = Share
# After the phone’s share sheet was closed. “Share” is the button of family-share.
family-closed = Nothing has been sent yet. Tap “Share” again, or copy the text above.
family-save = Save the names
family-sign-in = For several travellers? Sign in to send links
family-sign-in-why = Links can be sent only from the browser you bought with, or after you sign in with the address you paid with.
# $day is the last day on which the link works.
family-sent-page = You sent someone a link to this eSIM; it works until { $day }. The eSIM isn’t installed yet. It can only be installed once, so leave that to them or end the link first.
# The same for who came by the key from the mail and sent no link.
family-sent-page-seen = A link to this eSIM was sent to someone; it works until { $day }. The eSIM isn’t installed yet. It can only be installed once, so leave that to them unless it is meant for this phone.
