# Names of settings are those that phones of this language show.

## The guides for each phone

help-samsung = Auf Samsung Galaxy installieren
help-samsung-about = One UI, Schritt für Schritt
samsung-description = Eine Reise-eSIM auf dem Samsung Galaxy installieren und starten, Schritt für Schritt, mit den Namen aus One UI.
help-pixel = Auf Google Pixel installieren
help-pixel-about = Android ohne Herstelleroberfläche
pixel-description = Eine Reise-eSIM auf dem Google Pixel installieren und starten, Schritt für Schritt, mit den Namen der Einstellungen.
help-android = Auf einem anderen Android-Handy installieren
help-android-about = Xiaomi, Motorola, Oppo, Honor und andere
android-description = Eine Reise-eSIM auf Xiaomi, Motorola, Oppo, OnePlus, Honor, Sony und anderen Android-Handys installieren und starten.
guide-shield = <b>Datenroaming bleibt auf deiner eigenen Leitung aus.</b> Nur die eSIM nutzt Roaming; so kann dir dein eigener Anbieter keine Daten berechnen.
guide-another = Ein anderes Handy?

## Phone settings, drawn: as One UI and Pixel call them

draw-sim-manager = SIM-Manager
draw-calls = Anrufe
draw-messages = Nachrichten
draw-mobile-data = Mobile Daten
draw-mobile-networks = Mobile Netzwerke
draw-s-roaming = Datenroaming
draw-apns = Zugangspunkte
draw-use-sim = SIM verwenden
draw-p-roaming = Roaming

## Install on Samsung Galaxy

samsung-primary = <b>Behalte deine eigene SIM für Anrufe und Nachrichten:</b> Einstellungen → Verbindungen → SIM-Manager → Anrufe und Nachrichten.
samsung-drawn-sims = Zeichnung des SIM-Managers: Beide Leitungen sind an; Anrufe und Nachrichten bleiben bei der eigenen SIM, mobile Daten laufen über die eSIM
samsung-on = <b>Schalte die eSIM ein:</b> Einstellungen → Verbindungen → SIM-Manager, der Schalter daneben.
samsung-roaming = <b>Schalte Datenroaming ein,</b> nur für die eSIM: Einstellungen → Verbindungen → Mobile Netzwerke → Datenroaming.
samsung-data = <b>Wähle sie für mobile Daten:</b> SIM-Manager → Mobile Daten → eSIM.
samsung-apn = <b>Trag den APN ein, wenn der Tarif ihn braucht,</b> z. B. <code>data.esim</code>: Mobile Netzwerke → Zugangspunkte → Hinzufügen. Ob er nötig ist, steht auf der Seite deiner Bestellung.
samsung-drawn-roaming = Zeichnung von „Mobile Netzwerke“: Datenroaming ist für die eSIM an und für die eigene SIM aus

## Install on Google Pixel

pixel-primary = <b>Behalte deine eigene SIM für Anrufe und SMS:</b> Fragt das Handy, welche SIM es nehmen soll, wähle deine.
pixel-drawn-sims = Zeichnung der Seite „SIMs“: Die eigene SIM behält Anrufe und Nachrichten, die eSIM hat die mobilen Daten
pixel-on = <b>Schalte die eSIM ein:</b> Einstellungen → Netzwerk &amp; Internet → SIMs → eSIM → SIM verwenden.
pixel-roaming = <b>Schalte Roaming ein,</b> auf derselben Seite. Auf der Seite deiner eigenen SIM bleibt es aus.
pixel-data = <b>Schalte dort auch Mobile Daten ein,</b> damit sie über die eSIM laufen.
pixel-apn = <b>Trag den APN ein, wenn der Tarif ihn braucht,</b> z. B. <code>data.esim</code>: eSIM → Zugangspunkte (APNs) → +. Ob er nötig ist, steht auf der Seite deiner Bestellung.
pixel-drawn-roaming = Zeichnung der eSIM-Seite auf einem Pixel: SIM verwenden, Mobile Daten und Roaming sind an

## Install on another Android phone

android-switching = <b>Schalte den automatischen Datenwechsel aus,</b> damit das Handy nicht auf deine eigene Leitung ausweicht (auf iPhones: „Wechseln mobiler Daten erlauben“).
android-like-pixel = Motorola, Sony, Nothing, Fairphone: fast wie auf einem <a>Pixel</a>.
android-xiaomi = Xiaomi: <b>Einstellungen → SIM-Karten &amp; mobile Netzwerke → eSIM verwalten.</b>
android-oppo = Oppo, OnePlus: <b>Einstellungen → Mobilfunknetz → SIM und eSIM → eSIM hinzufügen.</b>
android-honor = Honor: <b>Einstellungen → Mobilfunknetz → SIM-Verwaltung → eSIM hinzufügen.</b>

## What phones say

trouble-not-supported = „SIM nicht unterstützt“ (“SIM Not Supported”) · „SIM ungültig“ (“SIM Not Valid”) · “Network-locked SIM card inserted”
trouble-not-supported-text = Das Handy ist an den Anbieter gebunden, der es verkauft hat. Bitte ihn, es zu entsperren; danach muss nichts neu installiert werden.
trouble-full = „Es können keine weiteren eSIMs hinzugefügt werden“, oder das Handy ist voll
trouble-full-text = Handys speichern mehrere eSIMs, meist fünf bis zehn, und zwei sind zugleich aktiv. Entferne eine alte von einer früheren Reise, nie eine, die du noch brauchst.
trouble-registered = „Nicht im Netz registriert“ (“Not registered on network”) · „Mobilfunknetz nicht verfügbar“ (“Mobile network not available”)
trouble-registered-text = Schalte für die eSIM Datenroaming ein und lass das Handy neu suchen: <b>Netzbetreiber → Automatisch auswählen,</b> dazu den Flugmodus an und wieder aus. Bis zu zehn Minuten nach der Landung sind normal.
trouble-subscribed = „Das mobile Datennetzwerk konnte nicht aktiviert werden“ (“Could not activate cellular data network”)
trouble-subscribed-text = Der APN fehlt, oder eine andere Leitung wird für Daten genutzt. Wähle die eSIM für Daten und trag ihren APN ein, wie es auf der Seite deiner Bestellung steht, z. B. <code>data.esim</code>.

## Which phones take an eSIM, and which of these do not

devices-apple = iPhone XS, XS Max, XR (2018) und alle neueren; SE ab der zweiten Generation; iPhones ab dem 14 aus den USA funktionieren nur mit eSIM
devices-apple-not = in Festlandchina gekauft; in Hongkong und Macau manche mit zwei SIM-Karten
devices-samsung = Galaxy S20, Note20 und neuer; Z Flip und Z Fold; A35, A54, A55, A56; XCover7
devices-samsung-not = S20 FE; S20, Note20 und frühe Faltgeräte aus den USA oder Hongkong; Modelle für Festlandchina; Modelle für Korea vor 2022
devices-google-not = Pixel 3 aus Australien, Japan oder Taiwan; Pixel 3 und 3a von manchen Anbietern
devices-xiaomi = 12T Pro, Reihen 13, 14 und 15 und ihre T-Modelle
devices-xiaomi-not = Modelle für Festlandchina; die meisten Redmi und Poco
devices-motorola = Razr 2019 und neuer; Edge 40, Edge 50 und neuer; manche Moto G
devices-motorola-not = die meisten anderen Moto G und E
devices-oppo = Oppo Find X3 Pro, X5, X8, Find N; OnePlus 11, 12, 13, Open
devices-oppo-not = Modelle für Festlandchina
devices-honor = Magic4 Pro und neuere Magic Pro; 90, 200, 400
devices-honor-not = Modelle für Festlandchina
devices-sony = Xperia 1 IV, 5 IV, 10 III Lite, 10 IV und neuer
devices-sony-not = Modelle für Hongkong, Taiwan und Festlandchina
devices-huawei = P40, P40 Pro, Mate 40 Pro
devices-huawei-not = P40 Pro+; Modelle für Festlandchina
devices-small = Fairphone 4 und neuer; Nothing Phone (3)
devices-small-not = Nothing Phone (1) und (2)
devices-others-from = viele neuere Handys
