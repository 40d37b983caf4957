# Names of settings are those that phones of this language show.

## The guides for each phone

help-samsung = Install on Samsung Galaxy
help-samsung-about = One UI, step by step
samsung-description = Install and start a travel eSIM on a Samsung Galaxy, step by step, with the names that One UI uses.
help-pixel = Install on Google Pixel
help-pixel-about = Stock Android
pixel-description = Install and start a travel eSIM on a Google Pixel, step by step, with the names of its settings.
help-android = Install on another Android phone
help-android-about = Xiaomi, Motorola, Oppo, Honor and others
android-description = Install and start a travel eSIM on Xiaomi, Motorola, Oppo, OnePlus, Honor, Sony and other Android phones.
guide-shield = <b>Data roaming stays off on your home line.</b> Only the eSIM roams, so your own carrier has no data to charge for.
guide-another = Another phone?

## Phone settings, drawn: as One UI and Pixel call them

draw-sim-manager = SIM manager
draw-calls = Calls
draw-messages = Messages
draw-mobile-data = Mobile data
draw-mobile-networks = Mobile networks
draw-s-roaming = Data roaming
draw-apns = Access Point Names
draw-use-sim = Use SIM
draw-p-roaming = Roaming

## Install on Samsung Galaxy

samsung-primary = <b>Keep your own SIM for calls and messages:</b> Settings → Connections → SIM manager → Calls, and Messages.
samsung-drawn-sims = Drawing of the SIM manager: both lines are on; calls and messages stay with the home SIM, mobile data is on the eSIM
samsung-on = <b>Turn on the eSIM:</b> Settings → Connections → SIM manager, the switch next to it.
samsung-roaming = <b>Turn on Data roaming</b> for the eSIM alone: Settings → Connections → Mobile networks → Data roaming.
samsung-data = <b>Choose it for mobile data:</b> SIM manager → Mobile data → eSIM.
samsung-apn = <b>Set the APN if the plan needs it,</b> e.g. <code>data.esim</code>: Mobile networks → Access Point Names → Add. Your order’s page says if it does.
samsung-drawn-roaming = Drawing of Mobile networks: Data roaming is on for the eSIM and off for the home SIM

## Install on Google Pixel

pixel-primary = <b>Keep your own SIM for calls and texts:</b> when the phone asks which SIM to use, choose yours.
pixel-drawn-sims = Drawing of the SIMs page: the home SIM keeps calls and messages, the eSIM has mobile data
pixel-on = <b>Turn on the eSIM:</b> Settings → Network &amp; internet → SIMs → eSIM → Use SIM.
pixel-roaming = <b>Turn on Roaming</b> on the same page. On your home SIM’s page leave it off.
pixel-data = <b>Turn on Mobile data</b> there too, so that the eSIM carries it.
pixel-apn = <b>Set the APN if the plan needs it,</b> e.g. <code>data.esim</code>: eSIM → Access point names → +. Your order’s page says if it does.
pixel-drawn-roaming = Drawing of the eSIM’s page on a Pixel: Use SIM, Mobile data and Roaming are on

## Install on another Android phone

android-switching = <b>Turn off automatic data switching,</b> so that the phone doesn’t fall back to your home line (on iPhones: “Allow Cellular Data Switching”).
android-like-pixel = Motorola, Sony, Nothing, Fairphone: almost the same as on a <a>Pixel</a>.
android-xiaomi = Xiaomi: <b>Settings → SIM cards &amp; mobile networks → Manage eSIM.</b>
android-oppo = Oppo, OnePlus: <b>Settings → Mobile network → SIM &amp; eSIM → Add eSIM.</b>
android-honor = Honor: <b>Settings → Mobile network → SIM management → Add eSIM.</b>

## What phones say

trouble-not-supported = “SIM Not Supported” · “SIM Not Valid” · “Network-locked SIM card inserted”
trouble-not-supported-text = The phone is locked to the carrier that sold it. Ask them to unlock it; you won’t have to install anything again.
trouble-full = “Cannot add more eSIMs”, or the phone is full
trouble-full-text = Phones store several eSIMs, usually five to ten, with two on at a time. Remove an old one from an earlier trip, never one you still need.
trouble-registered = “Not registered on network” · “Mobile network not available”
trouble-registered-text = Turn on data roaming for the eSIM, then let the phone search again: <b>Network operators → Select automatically,</b> and switch airplane mode on and off. Up to ten minutes after landing is normal.
trouble-subscribed = “Could not activate cellular data network”
trouble-subscribed-text = The APN is missing or another line is used for data. Set the eSIM as the data line, and set its APN as shown on your order’s page, e.g. <code>data.esim</code>.

## Which phones take an eSIM, and which of these do not

devices-apple = iPhone XS, XS Max, XR (2018) and all later ones; SE from the second generation; iPhone 14 and later bought in the US work with eSIM only
devices-apple-not = bought in mainland China; in Hong Kong and Macao some with two SIM trays
devices-samsung = Galaxy S20, Note20 and later; Z Flip and Z Fold; A35, A54, A55, A56; XCover7
devices-samsung-not = S20 FE; S20, Note20 and early foldables sold in the US or Hong Kong; models for mainland China; models for Korea before 2022
devices-google-not = Pixel 3 sold in Australia, Japan or Taiwan; Pixel 3 and 3a from some carriers
devices-xiaomi = 12T Pro, 13, 14 and 15 series and their T models
devices-xiaomi-not = models for mainland China; most Redmi and Poco
devices-motorola = Razr 2019 and later; Edge 40, Edge 50 and later; some Moto G
devices-motorola-not = most other Moto G and E
devices-oppo = Oppo Find X3 Pro, X5, X8, Find N; OnePlus 11, 12, 13, Open
devices-oppo-not = models for mainland China
devices-honor = Magic4 Pro and later Magic Pro; 90, 200, 400
devices-honor-not = models for mainland China
devices-sony = Xperia 1 IV, 5 IV, 10 III Lite, 10 IV and later
devices-sony-not = models for Hong Kong, Taiwan and mainland China
devices-huawei = P40, P40 Pro, Mate 40 Pro
devices-huawei-not = P40 Pro+; models for mainland China
devices-small = Fairphone 4 and later; Nothing Phone (3)
devices-small-not = Nothing Phone (1) and (2)
devices-others-from = many newer phones
