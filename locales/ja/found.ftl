## What search engines and shared links say of a page

# Read out for the picture of a shared link; the picture has no words.
social-alt-place = { $place }に色がついた世界地図入りの搭乗券の絵
social-alt-own = { $shop }の画像
social-alt-shop = 世界地図と{ $shop }のマークが入った搭乗券の絵
terms-description = 旅行用eSIMの販売条件です。お買い上げの内容、当店のお約束、準拠法を説明します。
privacy-description = eSIMのご購入時に保存する情報とその目的・保存期間、注文ページの外に決して出ない情報について説明します。
refunds-description = 自動的に返金される場合、eSIMをキャンセルできる場合、カードに返金されるまでの日数を説明します。
