## Home

home-title = 旅行 eSIM
# $shop is the shop's name; $tagline a sentence of its owner.
home-description = { $shop } 的预付费旅行 eSIM。{ $tagline }
home-headline = 落地即连网。出发前付一次款就好。
home-lead-countries = 覆盖 { $countries } 个国家和地区的预付费流量。
home-lead-regions = 覆盖 { $countries } 个国家和地区、{ $regions } 个区域的预付费流量。
home-tagline = 付款后几秒，eSIM 就绪；否则自动退款。
home-popular = 热门目的地
home-where = 大家去哪里
home-several = 一张 eSIM，多个国家和地区
home-trip = 规划多地行程
shelf-empty-title = 正在加载套餐
shelf-empty-text = 我们正在从供应商获取套餐。请几分钟后再来。
how-title = 使用方法
how-choose-title = 选择并付款
how-choose-text = 选好流量和天数，在 Stripe 的页面付款。你看到的价格就是实际收取的价格。
how-install-title = 在家安装
how-install-text = 几秒后，二维码会显示在屏幕上，并发到你的邮箱。出发前连上 Wi-Fi 扫码。
how-switch-title = 落地后打开
how-switch-text = 打开 eSIM 和数据漫游。天数从这时算起，不是从购买时。
promise-title = 我们的承诺
promise-delivered-title = 交付，否则退款
promise-delivered-text = 如果无法交付 eSIM，全款会自动退回，不用申请。
promise-once-title = 只买一次
promise-once-text = 按了两次、断了网、过后再回来：都只付一次款，只得一张 eSIM。
promise-number-title = 原号码照常使用
promise-number-text = 通话和短信仍走你自己的号码，只有流量走 eSIM。
before-title = 购买之前
before-phone = 我的手机能用吗？
before-phone-text = 2019 年以后的手机，只要没有锁定运营商，大多能用 eSIM。拨 <code>*#06#</code>：显示 EID 就能用。<a>详细了解机型</a>。
before-days = 天数从什么时候算起？
before-days-text = 从 eSIM 在目的地首次连上网络时算起。请在购买后 60 天内开始使用：过期后，它可能自动开始计时，也可能无法使用。
before-back = 可以退款吗？
before-back-text = 如果我们无法交付，会自动全额退款。没用过的套餐，请看<a>退款页面</a>。

## Search

search-label = 你要去哪里？
search-hint = 去哪里、何时、几人？如：东京 10天
search-button = 查找套餐
search-title = 搜索
search-title-for = 搜索：{ $query }
search-results = “{ $query }”的搜索结果
search-nothing-asked = 输入国家、地区、城市或岛屿。
search-unknown-title = 没有找到这个地方
search-unknown-text = 试试国家或地区的名称，或浏览所有目的地。确定名称无误？请告诉我们：<a>{ $email }</a>。
search-guessed = 没有完全相符的名称。你要找的是：
search-plans-for = 套餐：{ $place }
search-all-plans = 所有套餐：{ $place }
no-plans-now = 目前没有套餐
in-shared-plans = 包含在多地套餐中
# A country told by its capital and the part of the world, so that nobody takes Austria for Australia.
capital-in = { $capital }，{ $region }

## Places and plans

from-price = { $price } 起
from = 起价
plans-count = { $n } 个套餐
countries-count = { $n } 个国家和地区
mixed-up = 是这个地方吗？它常与{ $places }混淆。
mixed-up-place = { $place }（首都：{ $capital }）
tag-most-chosen = 最多人选
tag-lowest = 每 GB 最低价
tag-longest = 时间最长
# Above a list of plans. $facts are networks and a speed such as “SoftBank, KDDI au · 5G”; $day is the last day to start a plan that is bought today.
board-shared = { $facts }。天数从落地时算起。今天购买，最晚 { $day } 开始使用。
board-starts = 天数从落地时算起。今天购买，最晚 { $day } 开始使用。
board-unit = 每 GB
pass-networks = 网络
pass-clock = 开始计时
plan-clock-when = 在目的地首次联网时
pass-start-by = 最晚开始日
pass-choose = 选择
per-gigabyte = 每 GB { $price }
per-day = 每天 { $price }
# Beside a figure of days.
unit-days = { $n ->
   *[other] 天
}
networks-many = { $n } 个网络
# $names are the first few networks, $n how many more there are.
networks-more = { $names } 等，另有 { $n } 个

## All destinations

destinations-description = { $countries } 个国家和地区的旅行 eSIM 及价格。
destinations-count = { $countries } 个国家和地区。
destinations-jump = 跳到
destinations-several = 多个国家和地区

## One destination

destination-title = eSIM：{ $place }
destination-description = { $n ->
    [1] 预付费流量套餐，{ $place }：{ $price }。付款后几秒即可收到二维码。
   *[other] { $n } 个预付费流量套餐，{ $place }，{ $price } 起。付款后几秒即可收到二维码。
}
destination-no-plan = 目前没有只适用于此地的套餐。
destination-capital = 首都：{ $capital }。
destination-region-capital = { $region }。首都：{ $capital }。
destination-region = { $region }。
destination-covers = 最多可在 { $n } 个国家和地区使用。
destination-nothing-title = 没有只适用于{ $place }的套餐
destination-nothing-text = 我们目前没有在那里能用的套餐。与其卖给你不能用的，不如直说。
destination-nothing-but = 以下多地套餐在那里能用：
destination-plans = 套餐
further-title = 还要去别的地方？
further-lead = 只在这里使用，还是多地通用：价格与适用的国家和地区一览。
further-from = 起价
further-countries = 国家和地区数
tick-some = { $n }/{ $all } 个套餐
destination-where = 这些套餐的适用范围
destination-where-note = 每个套餐适用的国家和地区各不相同，并非每个套餐都覆盖以下所有地方。
destination-where-all = 本页所有套餐均适用于以下所有国家和地区。
good-title = 须知
good-days-text = 从 eSIM 在目的地首次连上网络时算起，不是从购买时。请在购买后 60 天内开始使用。
good-more = 流量不够怎么办？
good-more-text = 在<a>我的 eSIM</a> 充值：流量会加到手机里现有的 eSIM 上，不用重新安装。
good-number = 我自己的号码还能用吗？
good-number-text = 能。通话和短信仍走你自己的号码。请让那个号码的数据漫游保持关闭，只让 eSIM 使用流量。
good-phone = 我的手机兼容吗？
good-phone-text = 拨 <code>*#06#</code>：显示 EID 就支持。手机不能锁定运营商。<a>详细了解机型</a>。

## Sorting and filtering

sort-label = 排序方式
sort-data = 流量
sort-price = 价格
sort-gigabyte = 每 GB 价格
sort-days = 天数
stay-label = 停留时间
stay-any = 不限
stay-short = 7 天以内
stay-mid = 8–15 天
stay-long = 16 天以上
amount-label = 流量
amount-any = 不限
amount-large = 10 GB 以上
amount-unlimited = 不限量
filter-nothing = 没有符合条件的套餐。请去掉一个筛选条件。

## How much is enough

answer-title = 我需要多少流量？
answer-use = 手机怎么用
use-light = 少量
use-everyday = 日常
use-heavy = 大量
answer-light = 地图和消息：{ $days }约 { $data }
answer-everyday = 日常使用：{ $days }约 { $data }
answer-heavy = 视频和通话：{ $days }约 { $data }
answer-most = 这里没有哪个套餐能在这么多天里提供这么多流量；这个最接近。
answer-none = 这里没有能用 { $days }的套餐。

## One plan

plan-description = { $plan }：{ $price }。付款后几秒即可收到二维码，否则自动退款。
plan-place = { $place }。首都：{ $capital }。
plan-place-region = { $place }，{ $region }。首都：{ $capital }。
plan-place-in = { $place }，{ $region }。
plan-speed = 速度
plan-speed-up-to = 最高 { $speed }
plan-unit = 单价
plan-hotspot = 热点
plan-identity = 身份验证
plan-yes = 有
plan-no = 无
plan-calls = 通话和短信
plan-calls-text = 仅含流量；通话和短信仍走你自己的号码
plan-topup = 充值
plan-topup-yes = 可以，不用重新安装
plan-buy = 购买此套餐
plan-paused = 销售暂停中。请稍后再来。
plan-how-many = 需要几张 eSIM？
plan-quantity = { $n } – { $price }
plan-first-day = 行程第一天（如已确定）
plan-first-day-hint = 如果购买过早，我们会提醒你。
plan-anyway = 仍要现在购买：我会按时开始使用。
plan-pay = 兼容，继续付款
plan-unpaid = 如果没有完成付款，就没有扣款。你的选择已保留：可以继续付款，也可以更改。
# Right above the pay button, whose “Yes” answers it.
plan-device-ask = 拨打 <code>*#06#</code>：能看到 EID，而且手机没有锁定运营商吗？<a>如何检查</a>
plan-device-how = 拨打 <code>*#06#</code>：如果显示 EID，就支持 eSIM。手机不能锁定运营商。<a>如何检查</a>
plan-when = 以后才出发？
plan-code = 有优惠码吗？
plan-code-label = 优惠码
plan-code-was = 原价 <s>{ $price }</s>
plan-code-applied = 已使用优惠码 { $code }。
plan-code-raised = 已使用优惠码 { $code }。这是该套餐的最低价。
plan-marks = <b>一口价，无其他费用。</b>在 Stripe 页面付款：银行卡、Apple Pay、Google Pay。
plan-sold-by = 销售方：<a>{ $seller }</a>
plan-charged-in = 以 { $currency } 结算；≈ 后的金额仅供参考。
# A list of plans with more and less data; what they cost more or less than this one.
plan-others = 其他流量
plan-more = + { $price }
plan-less = − { $price }
# $facts are labels such as “Hotspot”.
plan-unstated = 网络未注明：{ $facts }。
# $countries is “18 countries”.
plan-further = 还要去别的地方？<a>{ $place }（{ $countries }）：{ $data } · { $days }，{ $price }</a>
plan-promise = <b>交付，否则退款。</b>无法交付 eSIM 时自动退款。
plan-back-fee = <b>改变主意了？</b>没用过的套餐，{ $days } 天内可在“我的 eSIM”退订，退款时扣除 { $fee } 手续费。<a>退款</a>
plan-back-full = <b>改变主意了？</b>没用过的套餐，{ $days } 天内可在“我的 eSIM”退订，全额退款。<a>退款</a>
plan-works-in = 可在 { $n } 个国家和地区使用
plan-all-networks = 所有网络
plan-next-title = 接下来
plan-next-pay = <b>在 Stripe 页面付款。</b>我们看不到你的银行卡。
# $time is a length of time such as “30 minutes”.
plan-next-code = <b>显示二维码，</b>通常只需几秒，页面和邮件里都有。如果 { $time }内无法交付，会自动全额退款；只有在不确定 eSIM 是否已生成时，才可能更久。
plan-next-install = <b>在家连上 Wi-Fi 安装。</b>eSIM 只能安装一次：不要把它从手机上移除。
plan-next-land = <b>落地后打开，</b>只为这个号码打开数据漫游。

## What stops a purchase

buy-quantity = 请选择数量：1 到 9。
buy-device = 请先检查手机：拨 *#06#。如果显示 EID，且没有锁定运营商，请点“兼容”。
buy-early = 你的行程从 { $first } 开始，但今天购买的话，此套餐最晚须在 { $last } 开始使用。请在 { $from } 或之后购买。
buy-day-over = 这一天已经过去。请选择行程第一天，或留空。
buy-no-day = 日期无效。请选择日期，或留空。
buy-code-unknown = 没有找到这个优惠码。请检查拼写，或留空。
buy-code-over = 这个优惠码已失效。留空即可不用优惠码购买。
buy-code-early = 这个优惠码从 { $date } 起有效。
buy-code-plan = 这个优惠码不适用于该套餐。
buy-code-small = 订单满 { $price } 才能使用这个优惠码。
buy-code-lowest = 该套餐已是最低价。留空即可不用优惠码购买。
buy-code-spent = 这个优惠码已用完。留空即可不用优惠码购买。
buy-code-first = 这个优惠码仅限首次下单使用。留空即可不用优惠码购买。
buy-code-open = 你正在另一个页面用这个优惠码付款。请在那里完成，或留空。
buy-code-many = 输入的无效优惠码过多。请一小时后再试，或留空。
buy-too-quick = 操作过于频繁，请一分钟后再试。
buy-gone = 这个套餐已停售。没有扣款：请选择其他套餐。
buy-dearer = 这个套餐的价格刚刚变了。没有扣款。请一分钟后查看新价格。
buy-repriced = 这个套餐的价格刚刚变了，现在是 {$price}。没有扣款。
buy-stopped = 我们现在无法交付，所以暂停销售。没有扣款：请稍后再来。
buy-flood = 现在购买的人很多。没有扣款。请一分钟后再试。
buy-failed = 付款页面打不开。没有扣款。请再试一次。

## The one box: what was asked, answered in place

box-order = 订单 { $number }
box-order-open = 打开订单
box-order-whose = 为保障安全，订单只能在购买时使用的浏览器中、通过邮件里的链接或登录后打开。<a>登录查看你的 eSIM</a>。
# $phone is a model as it was typed.
box-phone-any = 2018 年以后的 iPhone 和许多较新的安卓手机支持 eSIM
box-phone-yes = 可以：{ $phone } 支持 eSIM
box-phone-no = 不可以：{ $phone } 不支持 eSIM
box-phone-some = { $phone }：取决于具体型号和销售地区
box-trip = 你的行程：{ $places }
box-trip-change = 更改天数和流量
box-everyday = 日常使用，每天约 { $data }
box-a-day = 每天 { $data }
box-people = { $n ->
   *[other] { $n } 人
}
box-for-all = { $n ->
   *[other] { $n } 人共 { $price }
}
box-nearest = 没有套餐能完全满足。以下最为接近：
box-add-place = 你要去哪里？加上国家和地区或城市，我们就会显示合适的套餐。
# Places that are no country. $place is the name that was typed.
note-sea = 在海上，船只使用自己的卫星网络，我们的套餐无法使用。在船上请保持数据漫游关闭：费用可能非常高。靠港后，可以使用当地的套餐。
note-air = 飞机上没有可以使用我们套餐的移动网络；部分航空公司出售 Wi-Fi。套餐在你落地、eSIM 连接网络后才开始。
note-divided = { $place }有自己的移动网络，我们的套餐没有列出。{ $country }的套餐使用其余地区的网络，因此在那里可能没有信号。
note-served = { $place }由{ $country }的网络覆盖，请选择{ $country }的套餐。信号可能不稳定，有时也会受到限制，我们无法保证。
note-none = { $place }：据我们所知，没有套餐能在那里使用。我们宁可如实相告，也不会卖给你用不了的东西。
