# $seller is who answers for the shop; $email the address that travellers write to.

## Privacy

privacy-title = Datenschutz
privacy-lead = Wir speichern, was eine Bestellung braucht, und nichts, womit man dich verfolgen könnte.
privacy-keep = Was wir speichern
privacy-keep-email = Deine E-Mail-Adresse, von der Seite von Stripe: um die eSIM zu schicken und damit du dich anmelden kannst.
privacy-keep-orders = Deine Bestellungen, ihre eSIMs und was wann geschah: zum Liefern, zum Erstatten und für die Buchhaltung.
privacy-keep-usage = Wie viel von jedem Tarif verbraucht ist, wann er begann und wann er endet, nach dem letzten Stand des Netzes: um dir zu zeigen, was übrig ist, und dich rechtzeitig zu warnen. Nicht, wofür du ihn genutzt hast, und nicht, wo.
privacy-keep-traveller = Den Namen, den du einer mitreisenden Person gibst, falls du einen gibst: nur damit du deine eSIMs unterscheiden kannst. Du kannst ihn jederzeit entfernen.
privacy-keep-country = Das Land deiner Rechnungsadresse, von der Seite von Stripe: damit unsere Erinnerungen nicht nachts kommen.
privacy-keep-counts = Für kurze Zeit, wie viele Anfragen von welcher Adresse kommen: gegen Missbrauch.
privacy-not = Was wir nicht haben
privacy-not-text = Deine Karte, deinen Namen, wo du bist, was du im Internet tust. Auf diesen Seiten gibt es keine Werbung, keine Analyse und keine Skripte von Dritten.
privacy-cookies = Cookies
privacy-cookies-text = Keine, solange du dich nur umsiehst. Wenn du bestellst, eines, das festhält, dass dieser Browser bestellt hat, damit nur du den Code siehst; wenn du einen Anmeldelink anforderst, eines für einen Tag, damit ein Link, der in einem anderen Browser geöffnet wird, das auch sagt; wenn du dich anmeldest, eines, das dich angemeldet hält. Alle sind nötig, keines wird weitergegeben.
privacy-others = Wer sonst beteiligt ist
privacy-stripe = Stripe nimmt die Zahlung entgegen, nach seiner eigenen Datenschutzerklärung.
privacy-supplier = Unser eSIM-Lieferant erstellt die eSIM. Er erhält weder deinen Namen noch deine Adresse noch deine Zahlungsdaten.
privacy-mail = Ein E-Mail-Dienst stellt dir unsere E-Mails zu.
privacy-rights = Deine Rechte
privacy-rights-text = Frag uns, was wir über dich gespeichert haben, lass es berichtigen oder, soweit das Gesetz zur Buchführung es erlaubt, löschen: <a>{ $email }</a>. Verantwortlich: { $seller }.

## Refunds

refunds-title = Rückerstattung
refunds-lead = Geliefert oder erstattet. Um Geld, das einem zusteht, muss niemand bitten.
refunds-undelivered = Wenn deine eSIM nicht geliefert werden kann
refunds-undelivered-text = Der volle Preis geht von selbst auf die Karte oder das Konto zurück, womit du bezahlt hast:
refunds-at-once = sofort, wenn unser Lieferant mitteilt, dass sie nicht erstellt werden kann;
# $time is a length of time such as “30 minutes”.
refunds-after = nach { $time }, wenn sie bis dahin nicht da ist;
refunds-unclear = nach spätestens { $time }, wenn eine Antwort verloren ging und sie vielleicht erstellt wurde.
refunds-several = Hast du mehrere gekauft und nur einige konnten erstellt werden, behältst du diese und bekommst die übrigen erstattet. Die Seite deiner Bestellung zeigt jeden Schritt mit Uhrzeit. Bei Banken dauert es fünf bis zehn Tage, bis das Geld zu sehen ist.
refunds-mind = Wenn du es dir anders überlegt hast
refunds-mind-fee = Ein Tarif, der nie genutzt wurde, kann innerhalb von { $days } Tagen nach dem Kauf zurückgegeben werden, auch wenn er installiert ist. Von jedem werden { $fee } einbehalten; den genauen Betrag, den du bekommst, siehst du, bevor du dich entscheidest. Du machst es selbst: Öffne die eSIM unter <a>Meine eSIMs</a> und drück auf „Zurückgeben“. Dieselbe Seite zeigt danach, wie weit es ist, mit der Referenz der Erstattung. Eine Aufladung, die noch wartet, lässt sich genauso zurückgeben.
refunds-mind-full = Ein Tarif, der nie genutzt wurde, kann innerhalb von { $days } Tagen nach dem Kauf zurückgegeben werden, auch wenn er installiert ist. Der volle Preis geht zurück. Du machst es selbst: Öffne die eSIM unter <a>Meine eSIMs</a> und drück auf „Zurückgeben“. Dieselbe Seite zeigt danach, wie weit es ist, mit der Referenz der Erstattung. Eine Aufladung, die noch wartet, lässt sich genauso zurückgeben.
refunds-mind-never = Ein gelieferter Tarif kann nicht zurückgegeben werden. Rechte, die dir dein Land als Verbraucher gibt, behältst du.
refunds-broken = Wenn sie nicht funktioniert
refunds-broken-text = Sieh zuerst nach, <a>was das Handy anzeigt und was du tun kannst</a>: Meist hilft ein Schalter in den Einstellungen. Wenn sie dann noch nicht funktioniert, schreib uns während der Reise und nicht erst danach: <a2>{ $email }</a2>.
refunds-not = Was nicht erstattet werden kann
refunds-not-text = Ein Tarif, der begonnen hat, und Daten, die verbraucht sind. Eine eSIM, die vom Handy entfernt wurde, lässt sich nicht erneut installieren; ihr Tarif kann nur zurückgegeben werden, solange er nicht begonnen hat.

## Terms

terms-title = AGB
terms-seller = Du kaufst bei <b>{ $seller }</b>. Schreib an <a>{ $email }</a>.
terms-buy = Was du kaufst
terms-buy-text = Einen Prepaid-Datentarif auf einer eSIM: so viele Daten, für so viele Tage, in den Ländern, die auf der Seite des Tarifs stehen. Keine Telefonnummer, keine Anrufe, kein Abo, nichts, was sich von selbst verlängert.
terms-pay = Was du zahlst
terms-pay-text = Den Preis auf der Seite des Tarifs, in { $currency }, einmal. Du zahlst auf der Seite von Stripe; deine Karte sehen wir nie. Deine Bank kann für Zahlungen in einer anderen Währung eine eigene Gebühr berechnen.
terms-get = Wann du es bekommst
terms-get-text = Der QR-Code wird angezeigt und per E-Mail geschickt, sobald unser Lieferant ihn erstellt hat, meist Sekunden nach der Zahlung. Ist er nach { $time } nicht da, wird die Zahlung von selbst in voller Höhe erstattet; ging eine Antwort verloren und wurde die eSIM vielleicht erstellt, nach spätestens { $longest }.
terms-use = Nutzung
terms-use-once = Eine eSIM lässt sich einmal installieren, auf einem Handy. Sie darf nicht entfernt werden: Sie lässt sich nicht erneut installieren.
terms-use-phone = Das Handy muss eSIM unterstützen und darf nicht an einen Anbieter gebunden sein.
terms-use-days = Die Tage zählen ab der ersten Verbindung am Reiseziel. Starte innerhalb von 60 Tagen nach dem Kauf; danach kann der Tarif von selbst beginnen oder nicht mehr funktionieren.
terms-use-speed = Geschwindigkeit und Abdeckung sind die der Netze vor Ort, die wir nicht betreiben.
terms-use-code = Der Aktivierungscode gehört dir allein: Wer ihn hat, kann deine eSIM installieren.
terms-mind = Anders überlegt
terms-mind-text = Siehe <a>Rückerstattung</a>.
terms-law = Anwendbares Recht
terms-law-text = Anwendbares Recht: { $law }. Rechte, die dir dein Land als Verbraucher gibt, behältst du.
