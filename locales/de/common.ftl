## Figures

# $amount is written as the language writes numbers; $symbol is $, €, £ … as CLDR has it in your language: US$ where $ is another money.
money-symbol = { $amount } { $symbol }
# $code is an ISO 4217 code, for currencies without a symbol of their own.
money-code = { $amount } { $code }
unit-gb = GB
unit-mb = MB
data-amount = { $figure } { $unit }
# Alone in large letters on a plan's card.
data-unlimited = Unbegrenzt
data-unlimited-long = Unbegrenzte Daten
fair-use = Fair Use
fair-use-full = { $data } am Tag mit voller Geschwindigkeit, danach { $speed }
fair-use-data = { $data } am Tag mit voller Geschwindigkeit, danach langsamer
fair-use-speed = Nach starker Nutzung nur noch { $speed }; ab wann, gibt das Netz nicht an
fair-use-unknown = Das Netz nennt seine Fair-Use-Grenze nicht
days = { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
}

## The frame of every page

skip-to-content = Zum Inhalt springen
demo-label = Demo
demo-banner = Das ist eine Demo: Es fließt kein echtes Geld, und die eSIMs sind erfunden.
test-label = Testmodus
test-banner = Dieser Shop ist im Testmodus: Es fließt kein echtes Geld, und eSIMs bekommen nur seine Tester.
notice-label = Hinweis
sales-paused-banner = Der Verkauf ist kurz unterbrochen. Bereits bezahlte Bestellungen sind nicht betroffen. Bitte schau bald wieder vorbei.
nav-main = Hauptmenü
nav-destinations = Reiseziele
nav-help = Hilfe
nav-my-esims = Meine eSIMs
errors-title = Etwas stimmt noch nicht
need-a-person = Fragen? Schreib uns:
foot-devices = Funktioniert es auf meinem Handy?
foot-refunds = Rückerstattung
foot-privacy = Datenschutz
foot-terms = AGB
languages = Sprachen
# Said in this language to somebody who reads the page in another one, as a link.
offer-this-language = Diese Seite auf Deutsch lesen
copied = Kopiert
close = Schließen
copy-by-hand = Bitte manuell markieren und kopieren
you-are-here = Du bist hier

## What is not there

not-found-title = Seite nicht gefunden
not-found-lead = Die Adresse stimmt nicht, oder der Tarif wird nicht mehr verkauft. Deine Bestellungen und eSIMs sind nicht betroffen.
all-destinations = Alle Reiseziele

## Lengths of time

minutes = { $n ->
    [one] { $n } Minute
   *[other] { $n } Minuten
}
hours = { $n ->
    [one] { $n } Stunde
   *[other] { $n } Stunden
}
# 1 hour 30 minutes
hours-minutes = { $hours } { $minutes }
ago-now = gerade eben
ago-minutes = { $n ->
    [one] vor { $n } Minute
   *[other] vor { $n } Minuten
}
ago-hours = { $n ->
    [one] vor { $n } Stunde
   *[other] vor { $n } Stunden
}
ago-days = { $n ->
    [one] vor { $n } Tag
   *[other] vor { $n } Tagen
}
