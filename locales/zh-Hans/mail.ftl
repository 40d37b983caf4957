# Every mail is sent as HTML and as text. <b> and <a> are left out of the text.
# Words of the phone’s own settings (Primary, Allow Cellular Data Switching …) are to be those that the phone shows in your language.

## Every mail

# The subject line. $what is the mail’s headline, $shop the shop’s name.
mail-subject = { $what } – { $shop }
# $order is the order’s number: E10001.
mail-subject-order = { $what } – { $shop } { $order }
# In text mails: a name and what belongs to it, such as “Total paid: $14.40” or “Top up: https://…”.
mail-labelled = { $label }：{ $value }
mail-copied = { $label }：{ $value }
mail-questions = 有问题？回复此邮件，或发邮件到 <a>{ $email }</a>。
mail-order = 订单 { $order }。
mail-open-order = 打开订单
mail-see-esim = 查看 eSIM
mail-top-up = 充值
# $ends is a day and a time: 22 Jan 2027, 10:32 UTC.
mail-runs-until = 可用至 <b>{ $ends }</b>。

## Receipt

mail-receipt = 收据
mail-receipt-total = 支付总额
# $at is a day and a time.
mail-receipt-paid = 订单 { $order }，{ $at } 付款。
# $seller is a company’s name and address.
mail-receipt-seller = 卖方：{ $seller }。

## The eSIMs are here

mail-ready = { $n ->
    [1] 你的 eSIM 已就绪
   *[other] 你的 { $n } 张 eSIM 已就绪
}
# $here is a part of $ordered: 1 of 3.
mail-some-ready = 你的 { $ordered } 张 eSIM 中有 { $here } 张已就绪
mail-still-waiting = 还有 { $n } 张在准备中。就绪后我们马上发邮件给你；否则自动退款。
mail-one-tap = 在旅行要带的手机上打开订单：轻点一下即可安装。
# In the mail of an order of several eSIMs.
mail-several = 每部手机一张 eSIM：在订单页面填写姓名，给每个人发送一个只打开自己 eSIM 的链接。无需转发这封邮件。
mail-each = 行程的每一段各有一张 eSIM：请先在家全部添加到手机，到达后打开所在地的那一张。
mail-once = <b>这张 eSIM 只能安装一次。不要把它从手机上移除。</b>请在出发前，在家连上稳定的 Wi-Fi 添加。
# $number counts the eSIMs of one order, $plan is “Japan · 10 GB · 7 days”.
mail-numbered = eSIM { $number }：{ $plan }
mail-start-by-day = 请最迟于 <b>{ $day }</b> 开始使用。
mail-qr-alt = 安装这张 eSIM 的二维码
mail-scan = 用旅行要带的手机扫码。正在用那部手机看邮件？请打开订单，或输入以下代码：
mail-label-smdp = SM-DP+ 地址
mail-label-code = 激活码
mail-label-both = 完整激活码（LPA，手机只有一个输入框时用）
mail-label-iccid = eSIM 编号（ICCID）
mail-label-apn = APN
mail-confirmation-code = 手机会要求输入确认码。回复此邮件，我们会发给你。
mail-land = 落地后
mail-land-turn-on = 打开 eSIM。
mail-land-roaming = 为它打开数据漫游。
mail-land-data = 将它设为使用蜂窝数据的号码。通话和短信保持使用“主号”，关闭“允许切换蜂窝数据”。
mail-land-apn = 如果套餐需要，请设置 APN（例如 data.esim）。
mail-land-home-line = <b>让原号码的数据漫游保持关闭。</b>否则你的原运营商可能会收费。
mail-sent-back = 退款至银行卡
mail-secret = 拿到此邮件中代码的人都能使用你的 eSIM：请勿转发。

## Paid, and the network takes its time

mail-received = { $n ->
    [1] 已付款：你的 eSIM 在准备中
   *[other] 已付款：你的 { $n } 张 eSIM 在准备中
}
mail-received-topup = 已付款：你的充值在处理中
mail-received-slow = 你的付款已到账。网络的回应比平时慢，我们会继续尝试。
# $until is a day and a time; $n is how many eSIMs are awaited.
mail-received-until = { $n ->
    [1] 如果你的 eSIM 到 <b>{ $until }</b> 还没有送达，款项会自动退回你付款用的银行卡或账户。无论如何我们都会发邮件给你；你不用做什么。
   *[other] 如果有 eSIM 到 <b>{ $until }</b> 还没有送达，其款项会自动退回你付款用的银行卡或账户。无论如何我们都会发邮件给你；你不用做什么。
}
mail-received-until-topup = 如果到 <b>{ $until }</b> 还没有送达，款项会自动退回你付款用的银行卡或账户。无论如何我们都会发邮件给你；你不用做什么。
mail-received-see = 查看进度

## Money goes back

# In the subject line.
mail-refunded = 退款 { $amount }
mail-refunded-headline = { $amount } 正在退还给你
# $why is a whole sentence, one of refund-… below.
mail-refund-line = { $plan }：<b>{ $amount }</b>。{ $why }
mail-refund-kept = 已扣除 { $kept } 手续费，与你确认前显示的一致。
# $reference is the bank’s name for it: re_3Abc.
mail-refund-reference = 退款参考号 { $reference }
mail-refund-reference-at = 退款参考号 { $reference }，{ $at }
mail-refund-when = 款项会退回你付款用的银行卡或账户。银行通常在 5 到 10 天内入账；你不用做什么。

## Why money goes back: on the order’s page and in mails

refund-undeliverable = 网络无法交付这张 eSIM。
refund-undeliverable-topup = 网络无法添加此充值。
refund-given-back = 你在使用前退订了此套餐。
refund-given-back-topup = 你在使用前退订了此充值。
refund-fraud = 这笔付款被举报为未经持卡人同意。
refund-other = 我们退还了这笔付款。
refund-test = 本店处于测试模式，因此没有购买任何东西。

## The bank takes days over the payment

# A list of the plans follows.
mail-payment-delayed = 银行还在处理订单 { $order } 的付款，可能需要几天：
mail-payment-delayed-then = 款项一到账，我们就为你下单并发邮件通知。在此之前不会下单，你也无需任何操作。

## The payment failed

mail-payment-failed = 你的付款没有成功
# A list of the plans follows.
mail-payment-failed-nothing = 订单 { $order } 的付款没有完成，所以没有下单，也没有扣款：
mail-payment-failed-again = 你随时可以用其他方式付款，重新下单。

## Top-up

mail-topped-up = 充值完成
# $plan was added to the eSIM that was bought as $esim.
mail-topped-up-added = <b>{ $plan }</b> 已加到你的 eSIM“{ $esim }”上。

## Could not be given back

mail-not-given-back = 你的套餐没有退订
mail-not-given-back-started = 你申请退订 <b>{ $plan }</b>。它已经开始使用，开始使用的套餐不能退订。
mail-not-given-back-refused = 你申请退订 <b>{ $plan }</b>。网络没有退订它。我们正在查看，会发邮件给你。
mail-not-given-back-nothing = 没有退订，也没有退款：你的 eSIM 保持原样。

## The address of an order was corrected: told to the old one

mail-address-changed = 你的订单邮件现在发往另一个地址
mail-address-changed-what = 从现在起，订单 { $order } 的邮件会发往另一个地址，用当前这个地址也不能再在“我的 eSIM”中打开该订单。此更改由 { $shop } 作出，通常是应购买者的要求。
mail-address-changed-unasked = 不是你要求的？请立即回复这封邮件。

## Start it soon

mail-start-by = 请最迟于 { $day } 开始使用 eSIM
# $days is 0 on the last day itself.
mail-start-by-left = { $days ->
    [0] <b>{ $plan }</b> 尚未开始使用。<b>今天是最后一天。</b>过了今天，它可能自动开始并消耗天数，也可能无法使用。
   *[other] <b>{ $plan }</b> 尚未开始使用。<b>还剩 { $days } 天。</b>过期后，它可能自动开始并消耗天数，也可能无法使用。
}
mail-start-by-install = 请现在连上稳定的 Wi-Fi 安装。到目的地后，打开 eSIM 和它的数据漫游：套餐从那时开始。
mail-start-by-installed = 它已在你的手机上：请保留。到目的地后，打开 eSIM 和它的数据漫游：套餐从那时开始。
mail-start-by-button = 安装 eSIM
mail-start-by-give-back = 不去了？只要还没开始使用，就可以<a>退订并退款</a>。

## It has started

mail-live = 你已联网
mail-live-started = <b>{ $plan }</b> 已开始。
mail-live-home-line = <b>首先，检查原号码的数据漫游是否已关闭。</b>否则你的原运营商可能会收费。eSIM 的数据漫游保持打开。
mail-live-see = 查看剩余用量
mail-live-no-internet = 无法上网？<a>查看下一步</a>。

## Data runs low

# $left and $total are “1.9 GB” and “10 GB”; in the subject line.
mail-low = 剩余 { $left }，共 { $total }
mail-low-headline = 剩余 { $left }
mail-low-used = <b>{ $plan }</b>：已用 { $used }，共 { $total }。
mail-low-top-up = 当前流量用完后，充值会自动开始。不用安装任何东西。
mail-low-as-of = 截至 { $at }。此链接只供你使用：不用登录就能打开这张 eSIM 的充值页面。

## It has ended

mail-used-up = 你的流量已用完
mail-time-over = 你的套餐已结束
mail-used-up-plan = <b>{ $plan }</b> 的流量已用完。
mail-time-over-plan = <b>{ $plan }</b> 已到期。
mail-ended-go-on = 还在旅途中？给同一张 eSIM 充值，继续使用。不要把 eSIM 从手机上移除：移除后无法再次安装。
mail-ended-plans = 或者<a>查看所有套餐</a>。
mail-ended-link = 充值链接只供你使用：不用登录就能打开这张 eSIM 的页面。

## Signing in

mail-sign-in-to = 登录 { $shop }
mail-sign-in = 登录查看你的 eSIM
mail-sign-in-once = 此链接在 { $minutes } 分钟内有效，只能用一次。
mail-sign-in-button = 登录
mail-sign-in-unasked = 不是你本人操作？请忽略此邮件：没有链接，谁也无法登录。
