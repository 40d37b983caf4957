## What search engines and shared links say of a page

# Read out for the picture of a shared link; the picture has no words.
social-alt-place = 登机牌图案，世界地图上亮起的是{ $place }
social-alt-own = { $shop }的图片
social-alt-shop = 登机牌图案，印有世界地图和{ $shop }的标志
terms-description = 本店销售旅行 eSIM 的条款：你购买的内容、我们的承诺以及适用的法律。
privacy-description = 你购买 eSIM 时我们保存哪些信息、用途和保存期限，以及哪些信息绝不会离开你的订单页面。
refunds-description = 什么情况下自动退款、什么情况下可以退订 eSIM，以及退款多久到账。
