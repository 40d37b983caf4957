# Words of the phone’s own settings (Settings, Cellular, Add eSIM …) are to be those that the phone shows in your language.

## The order’s page

# $day is the day it was paid.
order-dated = 订单 { $order } · { $day }
order-check-again = 再次检查
order-continue-to-payment = 还没付款？继续付款
# The name of a plan, before what became of its money.
order-returned-plan = { $plan }：
order-install = 安装 eSIM
order-start = 开始使用 eSIM
order-sign-in = 登录查看激活码
order-sign-in-why = 二维码和激活码只在购买时用的浏览器中显示，或在你登录后显示。我们会把链接发到你付款时的邮箱；通过它也能看到你的其他所有 eSIM。
order-next = 接下来
order-see-esim = 查看 eSIM
order-see-plan = 再看看这个套餐
order-see-plans = 再看看这些套餐
order-bought = 你订购的内容
order-topup-line = 充值：{ $plan }
order-total = 合计
order-sent-back = 已退款
order-where = 此页面的链接在你的邮件里，你的所有 eSIM 都在<a>我的 eSIM</a>。

## The order’s headline

order-awaiting-payment = 等待付款
order-processing = 付款处理中
order-failed = 你的付款没有成功
order-expired = 此订单未付款
order-person = 我们正在查看你的订单
order-held = 我们正在核查这笔付款
order-given-back-paid = 已退订，已退款
order-given-back = 已退订，退款在途
order-coming-topup = 正在充值
order-ready-topup = 已充值到你的 eSIM
order-coming = { $n ->
    [1] 正在准备你的 eSIM
   *[other] 正在准备你的 { $n } 张 eSIM
}
order-ready = { $n ->
    [1] 你的 eSIM 已就绪
   *[other] 你的 { $n } 张 eSIM 已就绪
}
order-yours = 你的 { $n } 张 eSIM
# $here is a part of $n: 1 of 3.
order-some-ready = 你的 { $n } 张 eSIM 中有 { $here } 张已就绪
order-returning = 退款在途
order-returned = 已退款
order-test-ended = 这笔测试订单已结束

## Below the headline

order-lead-awaiting-payment = 我们还没有收到付款消息。如果你刚付款，需要几秒钟，之后 eSIM 会自动送达。
order-lead-processing = 银行还在处理付款，可能需要几天。一到账，我们就为你开通 eSIM 并发邮件给你；在此之前不会下单。
order-lead-failed = 付款没有完成。没有下单，也没有扣款。你可以用其他付款方式重新下单。
order-lead-expired = 付款页面被关闭或已超时，所以没有扣款，也没有下单。套餐仍在出售。
order-lead-person = 这个订单需要人工核查，我们已通知工作人员。你不用做什么；想了解更多，请发邮件给我们。
order-lead-held = 银行或 Stripe 正在核查这笔付款。完成之前不会下单。
order-lead-topup = 前一个套餐用完或结束后，它会自动开始。
order-lead-ready-several = 每部手机一张。请在出发前，在家连上稳定的 Wi-Fi 添加；每张两分钟。
order-lead-ready-each = 行程的每一段各一张。请在出发前，在家连上稳定的 Wi-Fi 全部添加；每张两分钟。
order-lead-ready = 请在出发前，在家连上稳定的 Wi-Fi 添加。只需两分钟。
order-lead-stranger = 激活码只显示给购买时用的浏览器，或在你用付款时的邮箱登录后显示。
order-lead-returning = 你不用做什么。银行通常在 5 到 10 天内入账。
order-lead-returned = 款项已退回你付款用的银行卡或账户。银行通常在 5 到 10 天内入账。
order-lead-test-ended = 下单时本店处于测试模式。现在本店已接受真实付款，这笔订单不会再有任何变化。其间没有涉及真实付款。
order-lead-seconds = 通常只需几秒。
# $until is a time: 10:32 UTC.
order-lead-until = 通常只需几秒。如果网络到 { $until } 还没有交付，会自动退款。你可以关闭此页面：我们会发邮件给你。
order-lead-until-unclear = 网络没有给出明确答复，我们会继续查询。如果到 { $until } 还没有交付，会自动退款。你可以关闭此页面：我们会发邮件给你。

## The clock of what happened when: its stations, one or two words each

order-step-paid = 已付款
order-step-ordered = 已订购
order-step-not-ordered = 未下单
order-step-ready = 已就绪
order-step-added = 已添加
order-step-mailed = 已发邮件
order-step-payment-failed = 付款失败
order-step-not-paid = 未付款
order-step-not-added = 未添加
order-step-not-delivered = 未交付
order-step-some-ready = { $n } 张中 { $here } 张就绪
order-step-given-back = 已退订
order-step-mail-refused = 邮件被拒收
order-step-refund-came-back = 退款未成功
order-step-refunded = 已退款
order-step-refund-on-its-way = 退款在途

## Below a station that has no time yet

order-note-not-yet = 尚未
order-note-bank = 银行汇款中
order-note-nothing-taken = 没有扣款
order-note-nothing-charged = 没有收费
order-note-about-to-be = 即将进行
order-note-some = 目前 { $n } 张中 { $here } 张
order-note-esim-page = eSIM 页面上都有
order-note-this-page = 此页面上都有
order-note-on-its-way = 进行中
order-note-late = 有延迟，我们会继续重试
order-note-person = 处理中
order-mail-refused = 发往 <b>{ $address }</b> 的邮件被拒收。如果地址有误，请发邮件至 <a>{ $email }</a> 并附上编号 { $order }：我们会更正地址并重新发送。

## What became of the money of one plan. $why is a whole sentence.

order-refund-sent-on = { $amount } 已于 { $day } 退款。{ $why }
order-refund-sent = { $amount } 已退款。{ $why }
order-refund-on-its-way = { $amount } 退款在途。{ $why }
order-refund-came-back = { $amount } 的退款被银行退回；我们正在处理。{ $why }
order-refund-topup = 网络无法把它加到你的 eSIM 上。

## An eSIM and how to install it

# One of several in an order. $number is 2, $all is 3.
card-number = eSIM { $number }/{ $all }
card-first-phone = 这就是旅行要带的手机？可以直接在这里安装。
card-first-iphone-elsewhere = 请在 Safari 中打开此页面：只有在那里，iPhone 才能一键安装。或者输入下面的两个代码。
card-first-android-elsewhere = 请在 Chrome 中打开此页面：在应用内无法安装。或者输入下面的代码。
card-first-iphone-old = 在这部 iPhone 上，打开设置 → 蜂窝网络 → 添加 eSIM → 使用二维码 → 手动输入详细信息，复制下面的两个代码。
card-first-other = 用旅行要带的手机的相机扫描二维码。
card-tap-iphone = 在此 iPhone 上安装
card-tap-iphone-hint = iPhone 会打开自己的安装程序，添加 eSIM 之前会先询问。
card-tap-android = 试试一键安装
card-tap-android-hint = 在 Pixel 和三星手机上，用 Chrome 可以安装。如果没有反应，请扫描二维码或输入代码。
card-qr-iphone = 在 Safari 中长按二维码，选择“添加 eSIM”。或者在另一块屏幕上显示此页面再扫码。
card-qr-phone = 在另一块屏幕上显示此页面，用这部手机扫码。
card-qr-other = 打开旅行要带的手机的相机，对准此二维码。
card-qr-alt = 安装 eSIM 的二维码
# $esim is “eSIM 2 of 3”.
card-qr-alt-of = 安装 { $esim } 的二维码
card-smdp = SM-DP+ 地址
card-code = 激活码
card-both = 完整激活码（LPA），安卓用
# After “Copy the …”, for screen readers.
card-copy-smdp = SM-DP+ 地址
card-copy-code = 激活码
card-copy-both = 完整激活码
card-confirmation-code = 手机会要求输入确认码。发邮件给我们，我们会发给你。
card-code-waits = 我们正在重新向网络查询这张 eSIM 的激活码。请一分钟后刷新本页。eSIM 本身没有问题。

## A page that cannot be shown

fault-not-found = 页面不存在
fault-not-found-text = 地址可能写错了，或者页面属于别人。
fault-origin = 无法验证此请求
fault-origin-text = 请在这里打开页面，再试一次。
fault-look-up = 现在无法加载
fault-show = 无法显示此页面
fault-nothing-lost = 什么都没有丢失：你的订单和付款仍在处理中。请一分钟后再试。
fault-yours = 这是你的页面吗？此浏览器尚未登录。请输入付款时的邮箱，我们会发送登录链接，不用密码。
fault-to-shop = 返回商店

## Signing in

sign-in = 登录
sign-in-lead = 输入付款时的邮箱。我们会发给你一个查看 eSIM 的链接；不用密码。
sign-in-just-bought = 刚买了一张？在付款用的浏览器里，订单页面上都有。
sign-in-type-address = 请输入邮箱地址，例如 ada@example.com。
sign-in-sent = 请查看收件箱
# $email is what was typed.
sign-in-sent-lead = 如果 <b>{ $email }</b> 在这里购买过，登录链接已发出。链接在 { $minutes } 分钟内有效，只能用一次。
sign-in-sent-nothing = 几分钟后还没收到？请看看垃圾邮件文件夹，检查上面的拼写，或用收到收据的那个邮箱。
sign-in-another-address = 使用另一个邮箱
sign-in-one-press = 在这个浏览器上保持登录 { $days } 天。
sign-in-elsewhere = 此链接是在另一个浏览器中申请的。只有确实是你本人申请的，才可登录。
sign-in-and-see = 登录并查看我的 eSIM
sign-in-not-your-device = 这不是你自己的设备？用完请退出登录。
sign-in-used-up = 此链接已失效
sign-in-used-up-lead = 登录链接在 { $minutes } 分钟内有效，只能用一次。请申请新的链接。
sign-in-new-link = 把新链接发到我的邮箱
card-other-ways = 其他安装方式
## 订单邮件的去向

order-mailed-to = 邮件会发送至 <b>{ $address }</b>。<a>更改或重新发送</a>
order-mail-slip = 邮箱地址对吗？你输入的是 <b>{ $typed }</b>。你是想写 <b>{ $meant }</b> 吗？<a>更正</a>
mailed-title = 订单邮件发送到哪里
mailed-title-error = 错误：{ $title }
mailed-now = 此订单的邮件会发送至 <b>{ $address }</b>。
mailed-again-button = 重新发送
mailed-again-done = 已重新发往 <b>{ $address }</b>。请稍等一分钟，也看看垃圾邮件文件夹。
mailed-nothing-yet = 还没有交付。eSIM 准备好后，我们会立即发送至 <b>{ $address }</b>。
mailed-too-often = 每分钟可重发一次，每天最多五次。
mailed-change = 换一个邮箱
mailed-change-why = 我们会把订单发送到新邮箱，并通知旧邮箱地址已更改（不含任何代码）。发往旧邮箱的邮件中的链接将失效。
mailed-change-button = 更改并发送
mailed-change-done = 已更改。此订单的邮件现在会发送至 <b>{ $address }</b>。
mailed-changed-too-often = 今天已更改三次。如果仍不正确，请发邮件给我们。
mailed-same = 这就是我们现有的邮箱。
mailed-installed = 这张 eSIM 已安装，不能再在这里更改邮箱。如有需要请发邮件给我们。
mailed-back = 返回订单
