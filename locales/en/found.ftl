## What search engines and shared links say of a page

# Read out for the picture of a shared link; the picture has no words.
social-alt-place = A boarding pass with a map of the world on it: { $place } is lit
social-alt-own = { $shop }
social-alt-shop = A boarding pass with a map of the world and the mark of { $shop }
terms-description = The terms on which travel eSIMs are sold here: what you buy, what we promise, and whose law applies.
privacy-description = What we keep about you when you buy an eSIM, why and for how long, and what never leaves your order’s page.
refunds-description = When you are refunded automatically, when you can cancel an eSIM, and how long a refund takes to reach your card.
