# $seller is who answers for the shop; $email the address that travellers write to.

## Privacy

privacy-title = プライバシー
privacy-lead = ご注文の処理に必要なものだけを保存し、追跡に使うものは保存しません。
privacy-keep = 保存するもの
privacy-keep-email = Stripeのページで入力したメールアドレス：eSIMをお送りし、サインインしていただくため。
privacy-keep-orders = ご注文、そのeSIM、いつ何が起きたか：お届け、返金、会計記録のため。
privacy-keep-usage = 各プランの使用量と開始・終了の時刻（ネットワークから最後に届いた情報）：残量をお見せし、早めにお知らせするため。何に使ったか、どこで使ったかは含みません。
privacy-keep-traveller = eSIMを使う人の名前（入力した場合のみ）：eSIMを見分けるためだけに使い、いつでも消せます。
privacy-keep-country = Stripeのページで入力した請求先住所の国：夜中にお知らせが届かないようにし、契約を撤回する権利の有無と、価格に含まれる税を確認するため。
privacy-keep-consent = お支払い時に同意した内容、その言語と日時：何に同意したかを示せるようにするため。
privacy-keep-counts = 短い間だけ、アドレスごとのリクエスト数：不正利用を防ぐため。
privacy-not = 保存しないもの
privacy-not-text = カード情報、位置情報、オンラインでの行動。このサイトには広告も解析も、第三者のスクリプトもありません。
privacy-cookies = Cookie
privacy-cookies-text = 見ているだけの間は使いません。注文すると、そのブラウザーでの注文であることを示すCookieを1つ保存し、そのブラウザーにコードを表示します。お届けメールから注文を開くと、そのブラウザーで注文を表示できるようにするCookieを1つ保存します。サインイン用リンクをリクエストすると、リンクが別のブラウザーで開かれたときにお知らせできるように、1日だけのCookieを1つ保存します。サインインすると、サインインを保つCookieを1つ保存します。いずれも必要なもので、誰にも共有しません。
privacy-others = 関係する事業者
privacy-stripe = 支払いはStripeが、同社のプライバシーポリシーのもとで受け付けます。
privacy-supplier = eSIMは当店の仕入先が発行します。お名前、ご住所、お支払い情報は渡しません。
privacy-mail = メールは配信事業者を通じてお送りします。
privacy-rights = あなたの権利
privacy-rights-text = 当店が保存している情報の開示、訂正、会計記録に関する法律が許す範囲での削除を請求できます：<a>{ $email }</a>。責任者：{ $seller }。

## Refunds

refunds-title = 返金
refunds-lead = 届かなければ、お申し出がなくても返金します。
refunds-undelivered = eSIMをお届けできないとき
refunds-undelivered-text = お支払いに使ったカードまたは口座に、全額を自動的に返金します：
refunds-at-once = 仕入先が発行できないと回答した場合は、すぐに。
# $time is a length of time such as “30 minutes”.
refunds-after = それまでに届かない場合は、{ $time }後に。
refunds-unclear = 回答が失われ、発行された可能性がある場合は、遅くとも{ $time }後に。
refunds-several = 複数購入し、一部だけ発行できた場合は、その分はお使いいただき、残りを返金します。注文のページに各段階と時刻が出ます。返金が銀行の明細に反映されるまで5〜10日かかります。
refunds-mind = キャンセルしたい場合
refunds-mind-fee = 一度も使っていないプランは、インストール済みでも、購入から{ $days }日以内ならキャンセルできます。1つにつき手数料{ $fee }を差し引きます。正確な返金額は、確定する前に表示されます。手続きはご自身で：<a>マイeSIM</a>でeSIMを開き、「キャンセルして返金を受ける」を押してください。同じページに、状況と返金の参照番号が出ます。始まっていないチャージも同じようにキャンセルできます。
refunds-mind-full = 一度も使っていないプランは、インストール済みでも、購入から{ $days }日以内ならキャンセルできます。全額を返金します。手続きはご自身で：<a>マイeSIM</a>でeSIMを開き、「キャンセルして返金を受ける」を押してください。同じページに、状況と返金の参照番号が出ます。始まっていないチャージも同じようにキャンセルできます。
refunds-mind-never = お届けしたプランはキャンセルできません。お住まいの国の法律が消費者に認める権利は、そのまま保たれます。
refunds-broken = 使えないとき
refunds-broken-text = まず<a>表示されるメッセージと対処</a>をご覧ください。ほとんどは設定で解決します。それでも使えない場合は、帰ってからではなく旅行中にご連絡ください：<a2>{ $email }</a2>。
refunds-not = 返金できないもの
refunds-not-text = 開始したプランと、使ったデータ。スマートフォンから削除したeSIMは、もう一度インストールできません。そのプランをキャンセルできるのは、開始していない間だけです。

## Terms

terms-title = 利用規約
terms-seller = 販売者は<b>{ $seller }</b>です。ご連絡先：<a>{ $email }</a>。
terms-buy = 購入するもの
terms-buy-text = eSIMのプリペイドデータプラン。プランのページに記載された国で、記載されたデータ量と日数を使えます。電話番号、通話、定期契約はなく、自動で更新されるものもありません。
terms-pay = 支払うもの
terms-pay-text = プランのページの料金を{ $currency }で一度だけ。お支払いはStripeのページで行い、カード情報が当店に渡ることはありません。別の通貨で支払う場合、銀行の手数料が加わることがあります。
terms-get = 届く時期
terms-get-text = 仕入先が発行しだい、QRコードを表示し、メールでも送ります。通常は支払いから数秒です。{ $time }たっても届かない場合は、全額を自動的に返金します。回答が失われ、eSIMが発行された可能性がある場合は、遅くとも{ $longest }後に返金します。
terms-use = 使い方
terms-use-once = eSIMは1台のスマートフォンに一度だけインストールできます。削除しないでください。もう一度インストールすることはできません。
terms-use-phone = スマートフォンはeSIMに対応し、SIMロックがかかっていないことが必要です。
terms-use-days = 日数は現地で最初につながったときから数えます。購入から60日以内に使い始めてください。それを過ぎると、自動で始まったり、使えなくなったりすることがあります。
terms-use-speed = 速度と通信エリアは、現地のネットワークによります。当店が運営するものではありません。
terms-use-code = アクティベーションコードは人に教えないでください。それを持つ人は誰でもあなたのeSIMをインストールできます。
terms-mind = キャンセルしたい場合
terms-mind-text = <a>返金</a>をご覧ください。
terms-law = 準拠法
terms-law-text = { $law }の法律が適用されます。お住まいの国の法律が消費者に認める権利は、そのまま保たれます。
