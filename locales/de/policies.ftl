# $seller is who answers for the shop; $email the address that travellers write to.

## Privacy

privacy-title = Datenschutz
privacy-lead = Wir speichern, was wir für deine Bestellung brauchen, und nichts, womit man dich verfolgen könnte.
privacy-keep = Was wir speichern
privacy-keep-email = Deine E-Mail-Adresse, von der Seite von Stripe: um die eSIM zu schicken und damit du dich anmelden kannst.
privacy-keep-orders = Deine Bestellungen, ihre eSIMs und was wann geschah: zum Liefern, zum Erstatten und für die Buchhaltung.
privacy-keep-usage = Wie viel von jedem Tarif verbraucht ist, wann er begann und wann er endet, nach dem letzten Stand des Netzes: um dir zu zeigen, was übrig ist, und dich rechtzeitig zu warnen. Nicht, wofür du ihn genutzt hast, und nicht, wo.
privacy-keep-traveller = Den Namen, den du für die Person angibst, die eine eSIM nutzt, falls du einen angibst: nur damit du deine eSIMs unterscheiden kannst. Du kannst ihn jederzeit entfernen.
privacy-keep-country = Das Land deiner Rechnungsadresse, von der Seite von Stripe: damit unsere Erinnerungen nicht nachts kommen und damit wir wissen, ob du ein Widerrufsrecht hast und welche Steuer im Preis enthalten ist.
privacy-keep-consent = Was du beim Bezahlen akzeptiert hast, in welcher Sprache und wann: um zeigen zu können, was vereinbart wurde.
privacy-keep-partner = Falls du über den Link eines Partners gekommen bist: der Name des Partners zu deiner Bestellung, um die Provision zu zahlen.
privacy-keep-counts = Für kurze Zeit, wie viele Anfragen von welcher Adresse kommen: gegen Missbrauch.
privacy-not = Was wir nicht speichern
privacy-not-text = Deine Kartendaten, wo du bist, was du im Internet tust. Auf diesen Seiten gibt es keine Werbung und keine Skripte von Dritten. Wir zählen, wie oft die Seite eines Tarifs geöffnet wird, ohne Cookies und ohne etwas über dich.
privacy-cookies = Cookies
privacy-cookies-text = Keine, solange du dich nur umsiehst. Wenn du bestellst, eines, das diesen Browser als den des Käufers kennzeichnet, damit er dir den Code zeigt; wenn du deine Bestellung aus der Liefermail öffnest, eines, mit dem dieser Browser diese Bestellung zeigen darf; wenn du einen Anmeldelink anforderst, eines für einen Tag, damit wir dir sagen können, wenn der Link in einem anderen Browser geöffnet wird; wenn du dich anmeldest, eines, das dich angemeldet hält. Alle sind nötig, keines wird weitergegeben.
privacy-others = Wer sonst beteiligt ist
privacy-stripe = Stripe nimmt die Zahlung entgegen, nach seiner eigenen Datenschutzerklärung.
privacy-supplier = Unser eSIM-Lieferant erstellt die eSIM. Er erhält weder deinen Namen noch deine Adresse noch deine Zahlungsdaten.
privacy-mail = Ein E-Mail-Dienst stellt dir unsere E-Mails zu.
privacy-rights = Deine Rechte
privacy-rights-text = Frag uns, was wir über dich gespeichert haben, lass es berichtigen oder, soweit das Gesetz zur Buchführung es erlaubt, löschen: <a>{ $email }</a>. Verantwortlich: { $seller }.

## Refunds

refunds-title = Rückerstattung
refunds-lead = Geliefert oder erstattet, automatisch. Du musst nie um dein Geld bitten.
refunds-undelivered = Wenn deine eSIM nicht geliefert werden kann
refunds-undelivered-text = Wir erstatten automatisch den vollen Preis auf die Karte oder das Konto, mit dem du bezahlt hast:
refunds-at-once = sofort, wenn unser Lieferant mitteilt, dass sie nicht erstellt werden kann;
# $time is a length of time such as “30 minutes”.
refunds-after = nach { $time }, wenn sie bis dahin nicht da ist;
refunds-unclear = nach spätestens { $time }, wenn eine Antwort verloren ging und sie vielleicht erstellt wurde.
refunds-several = Hast du mehrere gekauft und nur einige konnten erstellt werden, behältst du diese und bekommst die übrigen erstattet. Die Seite deiner Bestellung zeigt jeden Schritt mit Uhrzeit. Bei Banken dauert es fünf bis zehn Tage, bis das Geld zu sehen ist.
refunds-mind = Wenn du es dir anders überlegt hast
refunds-mind-fee = Ein Tarif, der nie genutzt wurde, lässt sich innerhalb von { $days } Tagen nach dem Kauf stornieren, auch wenn er installiert ist. Von jedem wird eine Gebühr von { $fee } abgezogen; den genauen Betrag siehst du, bevor du bestätigst. Du machst es selbst: Öffne die eSIM unter <a>Meine eSIMs</a> und tipp auf „Stornieren und Geld zurück“. Dieselbe Seite zeigt danach den Stand und die Referenz der Erstattung. Eine Aufladung, die noch nicht begonnen hat, lässt sich genauso stornieren.
refunds-mind-full = Ein Tarif, der nie genutzt wurde, lässt sich innerhalb von { $days } Tagen nach dem Kauf stornieren, auch wenn er installiert ist. Wir erstatten den vollen Preis. Du machst es selbst: Öffne die eSIM unter <a>Meine eSIMs</a> und tipp auf „Stornieren und Geld zurück“. Dieselbe Seite zeigt danach den Stand und die Referenz der Erstattung. Eine Aufladung, die noch nicht begonnen hat, lässt sich genauso stornieren.
refunds-mind-never = Ein gelieferter Tarif kann nicht storniert werden. Rechte, die dir dein Land als Verbraucher gibt, behältst du.
refunds-broken = Wenn sie nicht funktioniert
refunds-broken-text = Sieh zuerst nach, <a>was das Handy anzeigt und was du tun kannst</a>: Meist hilft eine Einstellung. Wenn sie dann noch nicht funktioniert, schreib uns während der Reise und nicht erst danach: <a2>{ $email }</a2>.
refunds-not = Was nicht erstattet werden kann
refunds-not-text = Ein Tarif, der begonnen hat, und Daten, die verbraucht sind. Eine eSIM, die vom Handy entfernt wurde, lässt sich nicht erneut installieren; ihr Tarif kann nur storniert werden, solange er nicht begonnen hat.

## Terms

terms-title = AGB
terms-seller = Du kaufst bei <b>{ $seller }</b>. Schreib an <a>{ $email }</a>.
terms-buy = Was du kaufst
terms-buy-text = Einen Prepaid-Datentarif auf einer eSIM: eine feste Datenmenge für eine feste Zahl von Tagen, in den Ländern, die auf der Seite des Tarifs stehen. Keine Telefonnummer, keine Anrufe, kein Abo, keine automatische Verlängerung.
terms-pay = Was du zahlst
terms-pay-text = Den Preis auf der Seite des Tarifs, in { $currency }, einmal. Du zahlst auf der Seite von Stripe; deine Karte sehen wir nie. Deine Bank kann für Zahlungen in einer anderen Währung eine eigene Gebühr berechnen.
terms-get = Wann du es bekommst
terms-get-text = Der QR-Code wird angezeigt und per E-Mail geschickt, sobald unser Lieferant ihn erstellt hat, meist Sekunden nach der Zahlung. Ist er nach { $time } nicht da, wird die Zahlung automatisch in voller Höhe erstattet; ging eine Antwort verloren und wurde die eSIM vielleicht erstellt, nach spätestens { $longest }.
terms-use = Nutzung
terms-use-once = Eine eSIM lässt sich einmal installieren, auf einem Handy. Sie darf nicht entfernt werden: Sie lässt sich nicht erneut installieren.
terms-use-phone = Das Handy muss eSIM unterstützen und darf nicht an einen Anbieter gebunden sein.
terms-use-days = Die Tage zählen ab der ersten Verbindung am Reiseziel. Starte innerhalb von 60 Tagen nach dem Kauf; danach kann der Tarif automatisch beginnen oder nicht mehr funktionieren.
terms-use-speed = Geschwindigkeit und Abdeckung hängen von den Netzen vor Ort ab, die wir nicht betreiben.
terms-use-code = Behalte den Aktivierungscode für dich: Wer ihn hat, kann deine eSIM installieren.
terms-mind = Anders überlegt
terms-mind-text = Siehe <a>Rückerstattung</a>.
terms-law = Anwendbares Recht
terms-law-text = Anwendbares Recht: { $law }. Rechte, die dir dein Land als Verbraucher gibt, behältst du.
