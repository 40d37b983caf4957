## Home

home-title = Reise-eSIMs
# $shop is the shop's name; $tagline a sentence of its owner.
home-description = Prepaid-eSIMs für die Reise von { $shop }. { $tagline }
home-headline = Landen und online sein. Einmal zahlen, vor dem Abflug.
home-lead-countries = Prepaid-Daten für { $countries } Länder.
home-lead-regions = Prepaid-Daten für { $countries } Länder und { $regions ->
    [one] { $regions } Region
   *[other] { $regions } Regionen
}.
home-tagline = Deine eSIM ist Sekunden nach der Zahlung bereit – sonst bekommst du dein Geld automatisch zurück.
home-popular = Beliebte Reiseziele
home-where = Wohin andere reisen
home-several = Eine eSIM, mehrere Länder
home-trip = Reise durch mehrere Länder planen
shelf-empty-title = Tarife werden geladen
shelf-empty-text = Wir laden sie gerade von unserem Lieferanten. Bitte schau in ein paar Minuten wieder vorbei.
how-title = So funktioniert es
how-choose-title = Auswählen und bezahlen
how-choose-text = Wähle Datenmenge und Tage. Du zahlst auf der Seite von Stripe; abgebucht wird genau der Preis, den du siehst.
how-install-title = Zu Hause installieren
how-install-text = Sekunden später steht der QR-Code auf deinem Bildschirm und in deinen E-Mails. Scanne ihn im WLAN, bevor du losfährst.
how-switch-title = Nach der Landung einschalten
how-switch-text = Schalte die eSIM mit Datenroaming ein. Die Tage zählen ab dort, nicht ab dem Kauf.
promise-title = Was wir versprechen
promise-delivered-title = Geliefert oder erstattet
promise-delivered-text = Können wir deine eSIM nicht liefern, erstatten wir automatisch den vollen Preis auf deine Karte. Du musst nichts tun.
promise-once-title = Einmal gekauft
promise-once-text = Doppelt geklickt, Verbindung weg, später wiedergekommen: Du zahlst trotzdem nur einmal und bekommst eine eSIM.
promise-number-title = Deine Nummer bleibt
promise-number-text = Anrufe und Nachrichten laufen weiter über deine eigene Leitung. Nur die Daten gehen über die eSIM.
before-title = Vor dem Kauf
before-phone = Funktioniert es auf meinem Handy?
before-phone-text = Die meisten Handys ab 2019 unterstützen eSIM, wenn sie nicht an einen Anbieter gebunden sind. Wähle <code>*#06#</code>: Erscheint eine EID, geht es mit deinem. <a>Mehr zu Geräten</a>.
before-days = Ab wann zählen die Tage?
before-days-text = Sobald sich die eSIM am Reiseziel zum ersten Mal mit einem Netz verbindet. Starte sie innerhalb von 60 Tagen nach dem Kauf: Danach kann sie automatisch beginnen oder nicht mehr funktionieren.
before-back = Bekomme ich mein Geld zurück?
before-back-text = Ja, in voller Höhe und automatisch, wenn wir nicht liefern können. Was bei einem ungenutzten Tarif gilt, steht auf der Seite <a>Rückerstattung</a>.

## Search

search-label = Wohin geht die Reise?
search-hint = Wohin, wann, wie viele? Z. B. Tokio, 10 Tage
search-button = Tarife finden
search-title = Suche
search-title-for = Suche: { $query }
search-results = Ergebnisse für „{ $query }“
search-nothing-asked = Ein Land, eine Stadt, eine Insel oder eine Region.
search-unknown-title = Diesen Ort haben wir nicht gefunden
search-unknown-text = Versuch es mit dem Namen des Landes oder sieh dir alle Reiseziele an. Wenn du sicher bist, dass er stimmt, sag uns Bescheid: <a>{ $email }</a>.
search-guessed = Kein genauer Treffer. Meintest du:
search-plans-for = Tarife: { $place }
search-all-plans = Alle Tarife: { $place }
no-plans-now = zurzeit keine Tarife
in-shared-plans = in Tarifen für mehrere Länder
# A country told by its capital and the part of the world, so that nobody takes Austria for Australia.
capital-in = { $capital }, { $region }

## Places and plans

from-price = ab { $price }
from = ab
plans-count = { $n ->
    [one] { $n } Tarif
   *[other] { $n } Tarife
}
countries-count = { $n ->
    [one] { $n } Land
   *[other] { $n } Länder
}
mixed-up = Ist das der richtige Ort? Er wird oft verwechselt mit: { $places }.
mixed-up-place = { $place } (Hauptstadt: { $capital })
tag-most-chosen = Am meisten gewählt
tag-lowest = Günstigster Preis pro GB
tag-longest = Längste Laufzeit
# Above a list of plans. $facts are networks and a speed such as “SoftBank, KDDI au · 5G”; $day is the last day to start a plan that is bought today.
board-shared = { $facts }. Die Tage zählen ab der Landung. Heute gekauft: spätestens am { $day } starten.
board-starts = Die Tage zählen ab der Landung. Heute gekauft: spätestens am { $day } starten.
board-unit = Pro GB
pass-networks = Netze
pass-clock = Zählt ab
plan-clock-when = Wenn sie sich am Ziel zum ersten Mal verbindet
pass-start-by = Starten bis
pass-choose = Wählen
per-gigabyte = { $price } pro GB
per-day = { $price } pro Tag
# Beside a figure of days.
unit-days = { $n ->
    [one] Tag
   *[other] Tage
}
networks-many = { $n } Netze
# $names are the first few networks, $n how many more there are.
networks-more = { $names } + { $n } weitere

## All destinations

destinations-description = Reise-eSIMs für { $countries } Länder und Regionen, mit Preisen.
destinations-count = { $countries } Länder und Gebiete.
destinations-jump = Springen zu
destinations-several = Mehrere Länder

## One destination

destination-title = eSIM: { $place }
destination-description = { $n ->
    [one] Ein Prepaid-Datentarif, { $place }: { $price }. QR-Code Sekunden nach der Zahlung.
   *[other] { $n } Prepaid-Datentarife, { $place }, ab { $price }. QR-Code Sekunden nach der Zahlung.
}
destination-no-plan = Zurzeit kein Tarif nur für diesen Ort.
destination-capital = Hauptstadt: { $capital }.
destination-region-capital = { $region }. Hauptstadt: { $capital }.
destination-region = { $region }.
destination-covers = Gilt in bis zu { $n } Ländern.
destination-nothing-title = Kein Tarif nur für { $place }
destination-nothing-text = Zurzeit funktioniert dort keiner unserer Tarife. Das sagen wir lieber, als dir etwas zu verkaufen, das nicht funktioniert.
destination-nothing-but = Diese Tarife für mehrere Länder funktionieren dort:
destination-plans = Tarife
further-title = Geht es noch weiter?
further-lead = Eine eSIM für dieses Land oder eine für mehrere: was sie kosten und wo sie gelten.
further-from = Ab
further-countries = Länder
tick-some = { $n } von { $all } Tarifen
destination-where = Wo diese Tarife gelten
destination-where-note = Jeder Tarif nennt seine eigenen Länder; nicht jeder gilt in allen diesen.
destination-where-all = Jeder Tarif auf dieser Seite gilt in allen diesen Ländern.
good-title = Gut zu wissen
good-days-text = Sobald sich die eSIM am Reiseziel zum ersten Mal mit einem Netz verbindet, nicht ab dem Kauf. Starte sie innerhalb von 60 Tagen nach dem Kauf.
good-more = Und wenn ich mehr Daten brauche?
good-more-text = Lade sie unter <a>Meine eSIMs</a> auf: Die Daten kommen auf die eSIM, die schon in deinem Handy ist. Neu installieren musst du nichts.
good-number = Funktioniert meine eigene Nummer weiter?
good-number-text = Ja. Anrufe und Nachrichten laufen weiter über deine eigene Leitung. Lass das Datenroaming dort ausgeschaltet, damit nur die eSIM Daten verbraucht.
good-phone = Ist mein Handy kompatibel?
good-phone-text = Wähle <code>*#06#</code>: Erscheint eine EID, dann ja. Es darf nicht an einen Anbieter gebunden sein. <a>Mehr zu Geräten</a>.

## Sorting and filtering

sort-label = Sortiert nach
sort-data = Daten
sort-price = Preis
sort-gigabyte = Preis pro GB
sort-days = Tage
stay-label = Dein Aufenthalt
stay-any = Beliebig lang
stay-short = Bis 7 Tage
stay-mid = 8–15 Tage
stay-long = Ab 16 Tagen
amount-label = Daten
amount-any = Beliebig viel
amount-large = Ab 10 GB
amount-unlimited = Unbegrenzt
filter-nothing = Kein Tarif passt zu diesen Filtern. Entferne einen Filter.

## How much is enough

answer-title = Wie viel brauche ich?
answer-use = So nutzt du dein Handy
use-light = Wenig
use-everyday = Alltag
use-heavy = Viel
answer-light = Karten und Nachrichten: etwa { $data } für { $days }
answer-everyday = Alltag: etwa { $data } für { $days }
answer-heavy = Videos und Anrufe: etwa { $data } für { $days }
answer-most = So viel für so lange hat hier kein Tarif; dieser kommt am nächsten.
answer-none = Kein Tarif hier gilt { $days } lang.

## One plan

plan-description = { $plan }: { $price }. QR-Code Sekunden nach der Zahlung, sonst automatisch Geld zurück.
plan-place = { $place }. Hauptstadt: { $capital }.
plan-place-region = { $place }, { $region }. Hauptstadt: { $capital }.
plan-place-in = { $place }, { $region }.
plan-speed = Geschwindigkeit
plan-speed-up-to = bis zu { $speed }
plan-unit = Grundpreis
plan-hotspot = Hotspot
plan-identity = Ausweisprüfung
plan-yes = Ja
plan-no = Nein
plan-calls = Anrufe und Nachrichten
plan-calls-text = Nur Daten; Anrufe und SMS laufen über deine eigene Leitung
plan-topup = Aufladung
plan-topup-yes = Möglich, ohne Neuinstallation
plan-buy = Diesen Tarif kaufen
plan-paused = Der Verkauf ist kurz unterbrochen. Bitte schau bald wieder vorbei.
plan-how-many = Wie viele eSIMs?
plan-quantity = { $n } – { $price }
plan-first-day = Erster Reisetag, falls bekannt
plan-first-day-hint = Wir sagen dir, wenn es zum Kaufen zu früh ist.
plan-anyway = Trotzdem jetzt kaufen: Ich starte den Tarif rechtzeitig.
plan-pay = Ja – weiter zur Zahlung
plan-unpaid = Wenn du die Zahlung nicht abgeschlossen hast, wurde nichts abgebucht. Deine Auswahl ist noch da: Zahle jetzt oder ändere sie.
# Right above the pay button, whose “Yes” answers it.
plan-device-ask = Wähle <code>*#06#</code>: Erscheint eine EID, und ist dein Handy an keinen Anbieter gebunden? <a>So prüfst du es</a>
plan-device-how = Wähle <code>*#06#</code>: Erscheint eine EID, unterstützt es eSIM. Es darf nicht an einen Anbieter gebunden sein. <a>So prüfst du es</a>
plan-when = Du reist später?
plan-code = Hast du einen Rabattcode?
plan-code-label = Rabattcode
plan-code-was = statt <s>{ $price }</s>
plan-code-applied = Der Code { $code } ist eingerechnet.
plan-code-raised = Der Code { $code } ist eingerechnet. Das ist unser niedrigster Preis für diesen Tarif.
plan-marks = <b>Ein Preis, keine weiteren Gebühren.</b> Du zahlst auf der Seite von Stripe: Karte, Apple Pay, Google Pay.
plan-sold-by = Verkauft von <a>{ $seller }</a>
plan-charged-in = Abgerechnet wird in { $currency }; Beträge nach ≈ sind nur ein Anhaltspunkt.
# A list of plans with more and less data; what they cost more or less than this one.
plan-others = Andere Größen
plan-more = + { $price }
plan-less = − { $price }
# $facts are labels such as “Hotspot”.
plan-unstated = Das Netz macht keine Angabe zu: { $facts }.
# $countries is “18 countries”.
plan-further = Geht es weiter? <a>{ $place }, { $countries }: { $data } · { $days }, { $price }</a>
plan-promise = <b>Geliefert oder erstattet.</b> Kommt keine eSIM, bekommst du dein Geld automatisch zurück.
plan-back-fee = <b>Anders überlegt?</b> Unter „Meine eSIMs“ kannst du einen ungenutzten Tarif innerhalb von { $days } Tagen stornieren und bekommst den Preis abzüglich { $fee } Gebühr erstattet. <a>Rückerstattung</a>
plan-back-full = <b>Anders überlegt?</b> Unter „Meine eSIMs“ kannst du einen ungenutzten Tarif innerhalb von { $days } Tagen stornieren und bekommst den vollen Preis erstattet. <a>Rückerstattung</a>
plan-works-in = { $n ->
    [one] Gilt in { $n } Land
   *[other] Gilt in { $n } Ländern
}
plan-all-networks = Alle Netze
plan-next-title = Wie es weitergeht
plan-next-pay = <b>Du zahlst auf der Seite von Stripe.</b> Deine Karte sehen wir nie.
# $time is a length of time such as “30 minutes”.
plan-next-code = <b>Dein QR-Code erscheint,</b> meist nach Sekunden, auf der Seite und per E-Mail. Können wir die eSIM nicht innerhalb von { $time } bereitstellen, erstatten wir automatisch den vollen Preis; länger dauert es nur, wenn unklar ist, ob sie erstellt wurde.
plan-next-install = <b>Installiere sie zu Hause im WLAN.</b> Eine eSIM lässt sich nur einmal installieren: Entferne sie nicht von deinem Handy.
plan-next-land = <b>Schalte sie nach der Landung ein,</b> mit Datenroaming nur für diese Leitung.

## What stops a purchase

buy-quantity = Wähle die Anzahl: 1 bis 9.
buy-device = Bitte prüfe zuerst dein Handy: Wähle *#06#. Erscheint eine EID und ist es nicht an einen Anbieter gebunden, tipp auf „Ja“.
buy-early = Deine Reise beginnt am { $first }, aber heute gekauft muss dieser Tarif bis zum { $last } gestartet sein. Kauf ihn am { $from } oder später.
buy-day-over = Dieser Tag liegt in der Vergangenheit. Wähle den ersten Reisetag oder lass das Feld leer.
buy-no-day = Das ist kein gültiges Datum. Wähle den Tag oder lass das Feld leer.
buy-code-unknown = Diesen Code kennen wir nicht. Prüf die Schreibweise oder lass das Feld leer.
buy-code-over = Dieser Code gilt nicht mehr. Lass das Feld leer, um ohne ihn zu kaufen.
buy-code-early = Dieser Code gilt ab { $date }.
buy-code-plan = Dieser Code gilt nicht für diesen Tarif.
buy-code-small = Dieser Code gilt ab einem Bestellwert von { $price }.
buy-code-lowest = Dieser Tarif hat schon seinen niedrigsten Preis. Lass das Feld leer, um ohne den Code zu kaufen.
buy-code-spent = Dieser Code ist aufgebraucht. Lass das Feld leer, um ohne ihn zu kaufen.
buy-code-first = Dieser Code gilt nur für die erste Bestellung. Lass das Feld leer, um ohne ihn zu kaufen.
buy-code-open = Du bezahlst mit diesem Code schon auf einer anderen Seite. Mach dort weiter oder lass das Feld leer.
buy-code-many = Zu viele Codes, die wir nicht kennen. Versuch es in einer Stunde noch einmal oder lass das Feld leer.
buy-too-quick = Zu viele Versuche. Bitte warte eine Minute und versuch es dann noch einmal.
buy-gone = Dieser Tarif ist nicht mehr verfügbar. Es wurde nichts abgebucht. Bitte wähle einen anderen.
buy-dearer = Der Preis dieses Tarifs hat sich gerade geändert. Es wurde nichts abgebucht. Den neuen Preis siehst du in einer Minute.
buy-repriced = Der Preis dieses Tarifs hat sich gerade geändert: Er beträgt jetzt {$price}. Es wurde nichts abgebucht.
buy-stopped = Wir können gerade nicht liefern, deshalb ist der Verkauf unterbrochen. Es wurde nichts abgebucht. Bitte schau bald wieder vorbei.
buy-flood = Gerade kaufen sehr viele. Es wurde nichts abgebucht. Bitte versuch es in einer Minute noch einmal.
buy-failed = Die Zahlungsseite ließ sich nicht öffnen. Es wurde nichts abgebucht. Bitte versuch es noch einmal.

## The one box: what was asked, answered in place

box-order = Bestellung { $number }
box-order-open = Bestellung öffnen
box-order-whose = Zu deiner Sicherheit öffnet sich eine Bestellung nur in dem Browser, in dem sie gekauft wurde, über den Link in ihrer E-Mail oder nach dem Anmelden. <a>Anmelden und eSIMs ansehen</a>.
# $phone is a model as it was typed.
box-phone-any = iPhones seit 2018 und viele neuere Android-Handys unterstützen eSIM
box-phone-yes = Ja: { $phone } unterstützt eSIM
box-phone-no = Nein: { $phone } unterstützt keine eSIM
box-phone-some = { $phone }: Es kommt auf das Modell und das Verkaufsland an
box-trip = Deine Reise: { $places }
box-trip-change = Tage und Daten ändern
box-everyday = alltägliche Nutzung, etwa { $data } am Tag
box-a-day = { $data } am Tag
box-people = { $n ->
    [one] { $n } Person
   *[other] { $n } Personen
}
box-for-all = { $n ->
    [one] Für { $n } Person: { $price }
   *[other] Für { $n } Personen: { $price }
}
box-nearest = Kein Tarif erfüllt das ganz. Diese kommen am nächsten:
box-add-place = Wohin geht es? Ergänze ein Land oder eine Stadt, dann zeigen wir passende Tarife.
# Places that are no country. $place is the name that was typed.
note-sea = Auf See hat das Schiff ein eigenes Satellitennetz, in dem unsere Tarife nicht funktionieren. Lass Datenroaming an Bord aus: Es kann sehr teuer werden. Im Hafen funktioniert ein Tarif für das jeweilige Land.
note-air = Im Flugzeug gibt es kein Mobilfunknetz, das mit unseren Tarifen funktioniert; manche Fluggesellschaften verkaufen WLAN. Dein Tarif startet, wenn sich die eSIM nach der Landung verbindet.
note-divided = { $place } hat eigene Mobilfunknetze, die in unseren Tarifen nicht aufgeführt sind. Ein Tarif für { $country } nutzt die Netze im übrigen Land; dort hast du also vielleicht keinen Empfang.
note-served = { $place } wird von den Netzen in { $country } versorgt; nimm also einen Tarif für { $country }. Die Abdeckung ist teils lückenhaft und der Zugang manchmal eingeschränkt: Versprechen können wir es nicht.
note-none = { $place }: Wir kennen keinen unserer Tarife, der dort funktioniert. Das sagen wir lieber, als dir etwas zu verkaufen, das nicht geht.
