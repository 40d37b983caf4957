## What search engines and shared links say of a page

# Read out for the picture of a shared link; the picture has no words.
social-alt-place = بطاقة صعود عليها خريطة العالم، وفيها { $place } مميّزة بلون بارز
social-alt-own = صورة { $shop }
social-alt-shop = بطاقة صعود عليها خريطة العالم وشعار { $shop }
terms-description = الشروط التي تُباع بها شرائح eSIM للسفر هنا: ما تشتريه، وما نتعهّد به، والقانون المطبَّق.
privacy-description = ما نحتفظ به عنك عند شراء شريحة eSIM ولماذا وإلى متى، وما لا يغادر صفحة طلبك أبدًا.
refunds-description = متى نعيد إليك المبلغ تلقائيًا، ومتى يمكنك إلغاء شريحة eSIM، وكم يستغرق وصول المبلغ إلى بطاقتك.
