
hand-over-title = 他の旅行者と共有する
hand-over-lead = このeSIMだけを開くリンクを同行者に送れます。QRコードと設定方法が表示され、料金や他のeSIMは表示されません。
hand-over-name = 同行者の名前（任意）
hand-over-name-hint = eSIMを見分けるためのものです。
hand-over-no-name = 40文字以内、1行で入力してください。
hand-over-too-quick = 短時間に多くのリンクが作成されました。しばらくお待ちください。
hand-over-over = このeSIMはキャンセルの手続き中か、もう使えません。送れるリンクはありません。
hand-over-make = リンクを作る
hand-over-only-name = 名前だけ保存する
hand-over-open = { $day }まで有効なリンクがあります。新しく作ると無効になります。
hand-over-end = リンクを無効にする
hand-over-what = リンクを知っている人は、このeSIMを一度だけインストールできます。その人だけに送ってください。ここでいつでも無効にできます。
hand-over-made = リンクができました
hand-over-made-lead = このeSIMを使う人に送ってください。
hand-over-made-lead-name = { $name }さんに送ってください。
hand-over-link = リンク
hand-over-once = 表示されるのは今回だけです。今コピーしてください。なくした場合は新しく作れます。
hand-over-scan = 近くにいる場合は、相手のスマートフォンのカメラで読み取るとページが開きます。
hand-over-until = { $day }まで有効です。
hand-over-link-alt = 同行者用のページを開くQRコード
hand-over-change = 名前を変える・リンクを無効にする
hand-over-somebody = 他の人が使いますか？ 名前を付けてリンクを送る
hand-over-link-for = { $name }さんにリンクを送る
hand-over-phone-button = スマートフォンで開く
hand-over-browser-button = ブラウザーで開くリンクを作る
hand-over-phone-title = スマートフォンで開く
hand-over-phone-lead = 旅行に持っていくスマートフォンのカメラで読み取ってください。ワンタップでインストールできるページが開きます。
hand-over-phone-until = { $time }まで、15分間有効です。
hand-over-phone-link = または、スマートフォンのブラウザーでこのURLを開いてください
hand-over-not-the-code = これはページを開くコードです。eSIMをインストールするコードは別のものです。
hand-over-phone-alt = スマートフォンでページを開くQRコード
handed-for = { $name }さん用
handed-title = あなたのeSIM
handed-lead = { $shop }で購入された{ $plan }です。自宅など安定したWi-Fiのある場所で追加してください。2分ほどで終わります。
handed-start-by = <b>{ $day }までに開始してください。</b>過ぎると、プランが自動で始まって日数が減ったり、使えなくなったりすることがあります。

## The eSIMs of one order for several people

family-title = どなたが使いますか？
family-lead = 名前を一度付けるだけ。自分のeSIMだけが開くリンクを、一人ひとりに送れます。
# A button, and what stands beside the eSIM that it was pressed for: on a phone, and on a computer.
family-this-phone = このスマートフォン
family-mine = 自分用
family-not-mine = 自分用を取り消す
family-send = リンクを送る
family-send-again = もう一度送る
family-send-all = すべてのリンクを送る
# Beside a name: “link sent · not installed yet”.
family-sent = リンク送信済み
family-not-installed = 未インストール
family-show = 表示
family-qr = QRコードとコード
family-scan = もう一台のスマートフォンのカメラで読み取ってください。
family-made = リンクができました
family-once = 表示されるのは今回だけです。今、送るかコピーしてください。なくした場合は新しく作れます。
# Of a field with a line for each traveller: a name and a link.
family-links = リンク（1行に1人）
family-share = 共有
family-closed = まだ何も送信されていません。もう一度「共有」をタップするか、上の文をコピーしてください。
family-save = 名前を保存する
family-sign-in = 複数人でご利用ですか？ サインインしてリンクを送る
family-sign-in-why = リンクを送れるのは、購入時のブラウザー、またはお支払い時のメールアドレスでサインインした後だけです。
# $day is the last day on which the link works.
family-sent-page = このeSIMのリンクを送信済みです（{ $day }まで有効）。まだインストールされていません。インストールは一度だけです。送った相手に任せるか、先にリンクを無効にしてください。
family-sent-page-seen = このeSIMのリンクはほかの方に送信済みです（{ $day }まで有効）。まだインストールされていません。インストールは一度だけです。この端末で使う場合を除き、リンクを受け取った方に任せてください。
