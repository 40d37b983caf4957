## What search engines and shared links say of a page

# Read out for the picture of a shared link; the picture has no words.
social-alt-place = Une carte d’embarquement avec un planisphère où { $place } est mis en valeur
social-alt-own = L’image de { $shop }
social-alt-shop = Une carte d’embarquement avec un planisphère et le logo de { $shop }
terms-description = Les conditions de vente des eSIM de voyage : ce que vous achetez, ce que nous promettons et le droit applicable.
privacy-description = Ce que nous conservons quand vous achetez une eSIM, pourquoi et pendant combien de temps, et ce qui ne quitte jamais la page de votre commande.
refunds-description = Quand vous êtes remboursé automatiquement, quand vous pouvez annuler une eSIM et sous quel délai le remboursement arrive sur votre carte.
