## What search engines and shared links say of a page

# Read out for the picture of a shared link; the picture has no words.
social-alt-place = Eine Bordkarte mit einer Weltkarte, auf der { $place } hervorgehoben ist
social-alt-own = Das Bild von { $shop }
social-alt-shop = Eine Bordkarte mit einer Weltkarte und dem Zeichen von { $shop }
terms-description = Die Bedingungen, zu denen hier Reise-eSIMs verkauft werden: was du kaufst, was wir versprechen und welches Recht gilt.
privacy-description = Was wir beim Kauf einer eSIM speichern, wozu und wie lange, und was die Seite deiner Bestellung nie verlässt.
refunds-description = Wann du dein Geld automatisch zurückbekommst, wann du eine eSIM stornieren kannst und wie lange es bis auf die Karte dauert.
