# Words of the phone’s own settings (Cellular, Data Roaming, Network Selection …) are to be those that the phone shows in your language.
# “eSIM”, “APN”, “ICCID”, “SM-DP+”, “EID” and “QR” stay as they are. An “add-on” is a further plan on an eSIM that exists; a “top-up” is buying one.

## Amounts

# $data is “1 MB”.
amount-under = 不到 { $data }
# $days is not a whole number: “2.5”.
amount-days-and-a-part = { $days } 天

## An eSIM, on all of its pages

# $phrase is “7.4 GB of 10 GB left” or the like: only what ends a sentence is added.
esim-sentence = { $phrase }。
esim-data = 流量
esim-number = eSIM 编号（ICCID）
esim-apn = APN
esim-order = 订单
esim-back = 返回 eSIM
esim-check-again = 再次检查
esim-see-the-plans = 查看套餐
# Networks of which we do not know the country, at the end of a list of countries.
esim-elsewhere = 其他地方
esim-ready-to-install = 可以安装
esim-on-a-phone = 已安装，未开始使用
esim-in-use = 使用中
esim-plan-has-ended = 套餐已结束
esim-switched-off = 已永久停用
esim-something-wrong = 出现问题
esim-given-back = 已退订
# $word is the network’s own, in English.
esim-network-says = 网络状态：{ $word }
esim-brief-not-installed = 出发前，在家连上稳定的 Wi-Fi 添加。只需两分钟。
esim-brief-not-started = 在家不用再做什么：在目的地首次连接时，它会自动开始。
esim-brief-nothing-used = 已连上网络，但还没有使用流量。
esim-brief-use-unknown = 已在目的地连上网络。
esim-brief-works = 一切正常。
esim-brief-add-on-waits = 前一个套餐已结束；你的充值会自动开始。
esim-brief-data-gone = 流量已用完。可以给这张 eSIM 充值。
esim-brief-time-over = 天数已用完。可以给这张 eSIM 充值。
esim-brief-nothing-to-add = 套餐已结束，无法充值。新套餐需要一张新的 eSIM。
esim-brief-given-back = 你已退订，它不能再使用。
esim-brief-switched-off = 最后一个套餐结束 60 天后，网络会停用 eSIM。
esim-brief-broken = 网络报告这张 eSIM 有故障。这很少见，不是你的原因。
esim-brief-unexplained = 网络返回了未知状态。如果不能用，请发邮件给我们。

## A package (a plan on an eSIM): its state and figures

package-of-elsewhere = 不是在这里购买的套餐
package-given-back = 已退订
package-being-given-back = 正在退订
package-starting = 正在开始
package-waits = 等待开始
package-in-use = 使用中
package-used-up = 已用完
package-days-over = 已到期
package-ended-by-hand = 已手动结束
# In a ring, below “7.4 GB” or “4 days” in large letters. $all is “10 GB” or “7 days”.
package-of-all-left = 剩余，共 { $all }
# $used and $all are “2.6 GB” and “10 GB”. No full stop: it stands in a table too.
package-used = 已用 { $used }，共 { $all }
# $used and $all are “3 days” and “7 days”.
package-days-used = 已用 { $used }，共 { $all }。流量不限，按天数计算
# $all is “10 GB” or “7 days”. No full stop.
package-not-started = { $all }，未开始
# $left and $all are “7.4 GB” and “10 GB”, or “4 days” and “7 days”. No full stop.
package-left = 剩余 { $left }，共 { $all }
# $days is 0 where it is not known how many they are.
package-begins-at-destination =
    { $days ->
        [0] 天数从在目的地首次连上网络时算起。
       *[other] 共 { $days } 天，从在目的地首次连上网络时算起。
    }
# $days is 0 where it is not known how many they are.
package-begins-after-another =
    { $days ->
        [0] 天数从接替前一个套餐时算起。
       *[other] 共 { $days } 天，从接替前一个套餐时算起。
    }
# $end is a day and a time. $days is 0.
package-days-ended-on = 天数已于 { $end } 用完。
package-ends-on =
    { $days ->
        [1] 最后一天：{ $end } 结束。
       *[other] 还剩 { $days } 天：{ $end } 结束。
    }
package-ended-on = 已于 { $end } 结束。

## One eSIM

my-esim-installed = 已安装 ✓
# $day is a date; the link fetches a file for the calendar.
my-esim-start-by = <b>请最迟于 { $day } 开始使用。</b>过期后，套餐可能自动开始并消耗天数，也可能无法使用。<a>添加到日历</a>
my-esim-bought = 购买日期
my-esim-how-a-top-up-works = 充值如何生效
my-esim-why-not-given-back = 为什么没有退订
my-esim-see-the-refund = 查看退款
my-esim-give-it-back = 退订并退款
my-esim-see-its-start = 查看开始情况
my-esim-start-it-now = 立即开始
# A calendar’s entry. $plan is “Japan · 10 GB · 7 days”.
calendar-summary = 开始使用 eSIM：{ $plan }
calendar-how = 趁有 Wi-Fi 现在就安装，到目的地再打开。过了这一天，套餐可能自动开始并消耗天数，也可能无法使用。

## All eSIMs of a traveller

my-esims-sign-out = 退出登录
my-esims-everywhere = 在所有设备上退出
my-esims-everywhere-why = 可能有别人用过你的设备？此操作会让所有浏览器退出登录；在你重新登录之前，任何浏览器都不会显示你购买的内容。
my-esims-signed-in-as = 已登录：{ $email }
my-esims-none = 还没有 eSIM
my-esims-none-lead = 用这个邮箱购买的内容，交付后就会显示在这里。
my-esims-find-a-plan = 查找套餐
my-esims-newest-first = 你的 eSIM，从新到旧
my-esims-start-by = 最晚开始日
my-esims-details = 详情
my-esims-install-or-start = 安装或开始使用
my-esims-start-it = 开始使用
my-esims-what-is-left = 剩余用量

## What is left

left-title = 剩余用量
left-use-unknown = 尚未收到网络的用量数据。
# $plan is “Japan · 10 GB · 7 days”: the plan that follows the one in use.
left-next = 下一个：{ $plan }。当前套餐用完或结束后，它会自动接替。
left-no-plan = 网络还没有告知这张 eSIM 上的套餐。
left-top-up = 充值
left-no-internet = 无法上网？
left-others = 这张 eSIM 上的其他套餐

## Installing and starting, on the eSIM’s page and the order’s

setup-install = 安装 eSIM
setup-already-on-a-phone = <b>这张 eSIM 已经安装在手机上了。</b>激活码已使用，不能再次安装。
setup-show-codes-again = 再次显示二维码和激活码
# 02 is the next part of the page.
setup-installed-already = 已经安装了？如果手机设置里把它列为第二个号码，请看第 02 步。
setup-sheet = 可打印的安装单
setup-start = 开始使用 eSIM
setup-has-started = <b>已经开始使用。</b>四项设置列在下面，以防有哪项被改动。
setup-show-switches = 显示四项设置
starting-picture = 落地后，两个号码应有的设置。
starting-when = 落地后，在手机设置里：
starting-turn-on-iphone = <b>打开 eSIM。</b>设置 → 蜂窝网络 → 你的 eSIM。
starting-turn-on-android = <b>打开 eSIM。</b>设置 → 网络和互联网 → SIM 卡 → 你的 eSIM。
starting-roaming = <b>为它打开数据漫游。</b>不打开，eSIM 在境外就无法上网。漫游费用已包含在价格中。
starting-data = <b>将它设为使用蜂窝数据的号码。</b>通话和短信仍用“主号”。
# $apn is a code that is typed in.
starting-apn = <b>如果套餐需要，请设置 APN。</b>此套餐：<code>{ $apn }</code>。
starting-apn-unknown = <b>如果套餐需要，请设置 APN。</b>手机通常会自动设置；如果无法上网，请试试 <code>{ $apn }</code>。
starting-home-line = <b>让原号码的数据漫游保持关闭。</b>这笔费用由你的原运营商收取，这张 eSIM 无法避免。
installing-title = 手机安装时
installing-rename = 修改标签，例如改为“eSIM”，好与原号码区分。
installing-primary = 通话和短信保持使用“主号”。
installing-switching = 关闭“允许切换蜂窝数据”。
installing-iphone = 在 iPhone 上手动安装
installing-iphone-how = 设置 → 蜂窝网络 → 添加 eSIM → 使用二维码。扫码，或选择“手动输入详细信息”，粘贴 SM-DP+ 地址和激活码。
installing-android = 在安卓手机上手动安装
installing-android-how = 设置 → 网络和互联网 → SIM 卡 → 添加 SIM 卡 → 设置 eSIM。三星手机：设置 → 连接 → SIM 卡管理器 → 添加 eSIM。扫描二维码，或选择输入代码，粘贴完整激活码（LPA）。
installing-fails = 无法安装
# What stands in quotation marks are the phone’s own messages. $code is *#06#.
installing-fails-why = “无法添加来自此运营商的蜂窝套餐”（Cellular plans from this carrier cannot be added）：手机锁定了运营商，请让运营商解锁。“无法完成蜂窝套餐更改”（Cellular change could not be completed）：激活码已使用；请查看手机设置，eSIM 可能已在里面。完全没有 eSIM 菜单：拨 <code>{ $code }</code>；如果没有显示 EID，手机就不支持 eSIM。

## The picture of a phone’s settings: short, in the phone’s own words

phone-picture = 手机设置：eSIM 已打开，是使用蜂窝数据的号码，数据漫游已打开；主号保留通话，数据漫游已关闭
phone-cellular = 蜂窝网络
# At most 35 letters.
phone-travel-line = eSIM，旅行用的号码
# At most 25 letters.
phone-turn-on = 启用此号码
# At most 25 letters.
phone-roaming = 数据漫游
# At most 22 letters.
phone-data = 蜂窝数据
# To the right of the last one, at most 8 letters.
phone-data-line = eSIM
# At most 35 letters.
phone-home-line = 主号，你的原号码
# At most 20 letters.
phone-calls = 通话和短信
# To the right of the last one, at most 10 letters.
phone-calls-line = 主号

## The sheet of paper

# Of the browser’s window. $plan is “Japan · 10 GB · 7 days”.
sheet-title = 安装单：{ $plan }
sheet-name = 安装单
sheet-print = 打印安装单
# In a line of its own, behind the shop’s name.
sheet-order = 订单 { $number }
# Behind it.
sheet-start-by = 请最迟于 { $day } 开始使用
sheet-once = <b>这张 eSIM 只能安装一次。不要把它从手机上移除。</b>请在家连上稳定的 Wi-Fi 添加。拿到这张安装单的人都能安装：请自己收好。
sheet-qr = 安装 eSIM 的二维码
sheet-smdp-address = SM-DP+ 地址
sheet-activation-code = 激活码
sheet-both = 完整激活码（LPA），安卓用
sheet-install = 在家安装
sheet-iphone = iPhone
sheet-iphone-how = 设置 → 蜂窝网络 → 添加 eSIM → 使用二维码。扫码，或选择“手动输入详细信息”。把号码标签改为“eSIM”，通话和短信保持使用“主号”，关闭“允许切换蜂窝数据”。
sheet-android = 安卓
sheet-android-how = 设置 → 网络和互联网 → SIM 卡 → 添加 SIM 卡 → 设置 eSIM。三星：设置 → 连接 → SIM 卡管理器 → 添加 eSIM。扫码，或输入完整激活码（LPA）。通话和短信仍用你自己的 SIM 卡。
sheet-start = 落地后开始使用
sheet-turn-on = <b>打开 eSIM。</b>
sheet-roaming = <b>为它打开数据漫游，</b>原号码的保持关闭。
sheet-data = <b>将它设为使用蜂窝数据的号码。</b>
# $apn is a code that is typed in.
sheet-apn = <b>如果套餐需要，请设置 APN：</b><code>{ $apn }</code>。
sheet-apn-unknown = <b>如果套餐需要，请设置 APN：</b>多数不需要；如果无法上网，请试试 <code>{ $apn }</code>。
# $names are networks: “Docomo, SoftBank”.
sheet-networks = 无法上网？可手动选择的网络：{ $names }。
sheet-networks-and-others = 无法上网？可手动选择的网络：{ $names } 等。
sheet-networks-unknown = 无法上网？可手动选择的网络：未注明。
sheet-person = 有问题请发邮件到 { $email }。

## No internet?

no-internet-title = 无法上网？
no-internet-next-step = 无法上网？你的下一步
# The subject of the traveller’s mail to us; a person of the shop reads it.
no-internet-mail-subject = 无法上网，订单 { $order }
no-internet-is-it-on-a-phone = 在手机上
no-internet-on-phone = 是 ✓
no-internet-on-phone-not-yet = 还没有
no-internet-on-phone-unknown-yet = 尚不清楚
no-internet-on-phone-unknown = 不清楚
no-internet-plan = 套餐
no-internet-install-it = 安装
no-internet-top-up = 充值
no-internet-see-the-plans = 查看套餐
no-internet-show-the-switches = 显示四项设置
no-internet-show-the-networks = 显示网络
no-internet-write-to-us = 联系我们
no-internet-install-first = 先安装 eSIM
no-internet-set-the-switches = 检查四项设置
no-internet-turn-on-roaming = 为 eSIM 打开数据漫游
no-internet-pick-a-network = 手动选择网络
no-internet-add-on-starts = 你的充值会自动开始
no-internet-data-is-used-up = 流量已用完
no-internet-days-are-over = 套餐天数已用完
no-internet-plan-is-over = 套餐已结束
no-internet-given-back = 此套餐已退订
no-internet-switched-off = 这张 eSIM 已永久停用
no-internet-contact = 联系我们
no-internet-because-not-installed = 网络还没有检测到这张 eSIM 装在手机上。你的手机已经把它列为第二个号码了吗？那只是网络更新慢了：请继续检查下面的四项设置。
no-internet-because-not-started = eSIM 没有问题，套餐在等待开始：它还没有在目的地连上网络。设好这四项就能连上。
no-internet-because-nothing-used = 套餐已开始，但还没有使用流量。几乎总是因为这项设置，或者手机仍用另一个号码上网。
no-internet-because-use-unknown = 套餐已开始，但尚未收到网络的用量数据。几乎总是因为这项设置。
no-internet-because-add-on-waits = 前一个套餐已结束。打开数据漫游，等一分钟，网络就会开始你的充值。不用安装或激活任何东西。
no-internet-because-nothing-to-add = 套餐已结束，这张 eSIM 没有可用的充值。新套餐需要一张新的 eSIM；手机可以同时保留两张。
no-internet-because-given-back = 你退订时它就结束了，手机上的任何设置都无法恢复。新套餐需要一张新的 eSIM。
no-internet-because-switched-off = eSIM 的最后一个套餐结束 60 天后，网络会将它停用。新套餐需要一张新的 eSIM。
no-internet-because-broken = 网络报告这张 eSIM 有故障。这很少见，不是你的原因，手机上的设置也无法修复。
# $word is the network’s own, in English.
no-internet-because-unexplained = 网络返回的状态是“{ $word }”，我们会去查明含义。
no-internet-because-works = 网络端一切正常，套餐正在使用。手机可能停留在不支持此套餐的网络上。请手动换一个网络，再重启手机。
# $left is “7.4 GB of 10 GB left”.
no-internet-because-works-with-figures = 网络端一切正常：{ $left }。手机可能停留在不支持此套餐的网络上。请手动换一个网络，再重启手机。
no-internet-because-data-gone = 流量已经没有了。充值后，这张 eSIM 马上就能用。
# $used is “10 GB of 10 GB used”.
no-internet-because-data-gone-with-figures = { $used }。充值后，这张 eSIM 马上就能用。
no-internet-because-time-over = 套餐已结束。充值后，这张 eSIM 又能使用。
# $end is a day and a time.
no-internet-because-time-over-on = 套餐已于 { $end } 结束。充值后，这张 eSIM 又能使用。
no-internet-switches = 四项设置
no-internet-networks = 手动选择网络
no-internet-networks-unknown = 我们没有此套餐的网络列表：请逐个试手机列出的网络。
# Above a list of networks by country.
no-internet-networks-by-country = 此套餐可用下列网络。关闭自动选择，选一个你所在国家或地区的网络。
# Above a list of one to six networks.
no-internet-networks-these =
    { $n ->
        [1] 此套餐可用以下网络。关闭自动选择，选中它。
       *[other] 此套餐可用以下网络。关闭自动选择，选其中一个。
    }
no-internet-on-an-iphone = 在 iPhone 上的位置
no-internet-on-an-iphone-how = 设置 → 蜂窝网络 → 你的 eSIM → 网络选择。关闭“自动”，等列表出现，轻点上面的一个网络。
no-internet-on-android = 在安卓手机上的位置
no-internet-on-android-how = 设置 → 网络和互联网 → SIM 卡 → 你的 eSIM：关闭“自动选择网络”，点按其中一个网络。三星手机：设置 → 连接 → 移动网络 → 网络运营商。
no-internet-restart = 然后重启手机。一两分钟后就会找到网络。
no-internet-still = 还是不行？
# $email is the shop’s; the number follows below the sentence.
no-internet-person = 请发邮件到 <a>{ $email }</a>，说明你在哪里、手机显示什么，并附上这个编号：
no-internet-copy-iccid = 复制 ICCID
no-internet-iccid = 这是订单 { $order } 的 eSIM 编号（ICCID）。切勿发送二维码或激活码。

## Top up

topup-title = 充值
# A button. $data is “5 GB”, $days is “30 days”; the price follows.
topup-add = 添加 <b>{ $data }</b> · { $days }
topup-add-unlimited = 添加<b>不限流量</b> · { $days }
topup-you-pay = 在 Stripe 页面付款；我们看不到你的银行卡。如果无法充值，全款会自动退回。
topup-nothing-fits = 这张 eSIM 没有可用的充值
topup-nothing-fits-lead = 新套餐需要另一张 eSIM；手机可以同时保留两张。
topup-silent = 现在无法显示充值套餐
topup-silent-lead = 网络没有回应。你的 eSIM 没有问题，也没有扣款。请一分钟后再试。
topup-try-again = 再试一次
topup-stopped = 销售暂停中
topup-stopped-lead = 现在无法购买。你的 eSIM 不受影响。请稍后再来。
topup-look-again = 再次检查
topup-too-quick = 操作过于频繁，请一分钟后再试。
topup-no-longer-fits = 该充值已不能用于这张 eSIM。没有扣款。现在可用的列在下面。
topup-price-changed = 价格刚刚变了。没有扣款。新价格列在下面。
topup-cannot-deliver = 我们现在无法交付，所以暂停销售。没有扣款：请稍后再来。
topup-no-payment-page = 付款页面打不开。没有扣款。请再试一次。
addon-activated-by-itself = 当前套餐的流量用完或到期后，充值的流量会自动激活。
addon-countdown = 从你开始使用充值的流量起，才开始计算有效期。
addon-no-reinstall = 不用重新安装 eSIM，也不用手动激活充值。

## Give it back

give-back-title = 退订并退款
give-back-question = 要退订此套餐并退款吗？
# $plan is “Japan · 10 GB · 7 days”.
give-back-what = { $plan }，从未使用。
give-back-what-and-when = { $plan }，{ $day } 购买，从未使用。
give-back-you-paid = 你支付了
give-back-fee = 手续费
give-back-to-your-card = 退款至银行卡
give-back-comes-back = 退款金额
give-back-network-reference = 网络参考号
give-back-refund-reference = 退款参考号
give-back-ends-esim = 此套餐立即结束，这张 eSIM 也将无法再使用。
give-back-ends-add-on = 此套餐立即结束；这张 eSIM 上的其他套餐不变。
give-back-for-good-esim = 无法撤销。如果之后还要出行，需要购买新的 eSIM。
give-back-for-good-add-on = 无法撤销。如果之后还要出行，需要购买新的充值。
give-back-money = 款项会退回你付款用的银行卡或账户。银行通常在 5 到 10 天内入账。
# A button. $back is an amount of money.
give-back-button = 退订并收回 { $back }
give-back-keep = 保留
give-back-not = 无法退订
give-back-when = 什么情况可以退款
give-back-why-kept = 原因：在退订之前，它已经开始使用。
give-back-kept = 没有退订
give-back-asked = 正在退订
give-back-paid = 已退订，已退款
give-back-another-way = 已退订；此前已退款
give-back-needs-a-person = 已退订；我们正在处理退款
give-back-on-its-way = 已退订，退款在途
give-back-lead-kept = 没有退订，也没有退款。套餐仍然有效。
give-back-lead-asked = 我们正在向网络申请结束套餐，之后会自动退款；你可以关闭此页面。
give-back-lead-paid = 款项已退回你付款用的银行卡或账户。银行通常在 5 到 10 天内入账。
give-back-lead-another-way = 我们之前已退还此订单的款项，所以没有重复退款。详情见订单页面。
give-back-lead-needs-a-person = 银行退回了我们的退款。工作人员正在处理，你不用做什么。
give-back-lead-on-its-way = 你不用做什么。银行通常在 5 到 10 天内入账。
# Stations on a line, one below the other; some have a short remark below them.
give-back-step-asked = 已申请
give-back-step-kept = 未退订
give-back-step-ended = 已在网络端退订
# A remark.
give-back-step-about-to-be = 即将进行
give-back-step-money-back = 已退款
# A remark.
give-back-step-another-way = 此前已退款
give-back-step-refund-returned = 退款未成功
# A remark.
give-back-step-a-person = 处理中
give-back-step-money-on-its-way = 退款在途
give-back-not-allowed = 本店交付后不接受退订。
give-back-not-delivered = 它尚未交付，或已经退订。
give-back-started = 它已经开始使用，不能退订。
give-back-over = 它已结束，没有可退订的了。
give-back-too-late = 已超过退订期限。
give-back-nothing-left = 手续费不低于你支付的金额，因此没有可退的款项。
give-back-refunded = 正在退款。
give-back-held = 这笔付款正在核查。完成之前不能退订。
give-back-another-amount = 退款金额变了。还没有退订：请看过金额再确认。
give-back-no-answer = 网络没有回应。还没有退订。请一分钟后再试。

## Start it now

start-name = 立即开始
start-now = 现在开始使用吗？
start-asked = 正在开始
start-started = 已开始使用
start-kept = 没有开始
start-impossible = 无法在这里开始
start-lead-now = 不必操作：在目的地首次连接时，它会自动开始。
start-lead-asked = 我们已请求网络开始套餐。你可以关闭此页面。
start-lead-started = 无论你在哪里，天数已开始计算。
start-lead-kept = 网络没有开始此套餐。在目的地首次连接时，它会自动开始。
start-lead-impossible = 它已结束或已退订，或者本店由网络决定何时开始。
# $days is 0 where it is not known how many they are.
start-warning =
    { $days ->
        [0] <b>无论你在哪里，天数立即开始计算。</b>之后不能再退订。
       *[other] <b>无论你在哪里，{ $days } 天立即开始计算。</b>之后不能再退订。
    }
# A button. $days is 0 where it is not known how many they are.
start-button =
    { $days ->
        [0] 立即开始计算天数
       *[other] 立即开始 { $days } 天
    }
start-not-yet = 暂不开始
start-ends = { $end } 结束。

## Parts of several pages

part-before-installing = <b>这张 eSIM 只能安装一次。不要把它从手机上移除。</b>请出发前在家添加：有些国家和地区屏蔽 eSIM 商店。安装完成前，请保持稳定的 Wi-Fi。
part-sign-in-email = 邮箱地址
part-sign-in-button = 把登录链接发到我的邮箱
part-copy = 复制
# For screen readers. $what is “activation code”, “APN”; where that needs another article or case, say “Copy: …”.
part-copy-what = 复制{ $what }
# For screen readers, before a station on the line of what has happened: “done: Paid”.
part-clock-done = 已完成：
part-clock-now = 进行中：
part-clock-failed = 失败：
part-clock-later = 之后：
part-as-of = 更新：{ $ago }。网络的统计会有些延迟。
part-as-of-stale = 网络刚才没有回应。这是最近一次的数据（{ $ago }）。
part-help = 帮助
# The first link leads to the guides, the second opens a mail.
part-help-stuck = 遇到困难？请看<a>指南</a>，或发邮件到 <a2>{ $email }</a2>。
## eSIM 页面的标题和三个开关

living-waiting = 一切就绪，只等出发
living-landed = 到了吗？检查三个开关
living-low = 即将用完：还剩 { $left }
living-pace-enough = 按你目前的速度：够用到最后
living-pace-today = 按你目前的速度：今天用完
living-pace-tomorrow = 按你目前的速度：可用到明天
living-pace-weekday = 按你目前的速度：可用到{ $day }
living-pace-day = 按你目前的速度：可用到 { $day }
living-connects = 一两分钟内就会连上。
living-connects-to = 一两分钟内就会连上 { $networks }。
living-connects-to-many = 一两分钟内就会连上其中一个网络。
living-buy-again = 再次购买此套餐
living-feedback = 用得怎么样？<a>给我们写一句话。</a>
living-switch-line = 打开这张 eSIM
living-switch-roaming = 它的数据漫游：打开
living-switch-home = 原号码的数据漫游：关闭
part-updated = 更新：{ $ago }
## 保存到手机的文件

keep-link = 保存到这部手机
keep-file = 保存为文件
keep-once = <b>这张 eSIM 只能安装一次。不要把它从手机上移除。</b>此文件无需上网即可使用。拿到它的人都能安装 eSIM：请自己收好。
