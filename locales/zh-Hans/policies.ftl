# $seller is who answers for the shop; $email the address that travellers write to.

## Privacy

privacy-title = 隐私
privacy-lead = 我们只保留处理订单所需的信息，不保留用来跟踪你的信息。
privacy-keep = 我们保留什么
privacy-keep-email = 你在 Stripe 页面填写的邮箱地址：用来发送 eSIM，以及供你登录。
privacy-keep-orders = 你的订单、其中的 eSIM，以及各步发生的时间：用于交付、退款和记账。
privacy-keep-usage = 每个套餐用了多少、何时开始和结束，以网络最近告知的为准：用来显示剩余用量，并及时提醒你。不包括你用来做什么，也不包括在哪里用。
privacy-keep-traveller = 你为 eSIM 使用者填写的姓名（如有填写）：仅供你区分各张 eSIM，可随时删除。
privacy-keep-country = 你在 Stripe 页面填写的账单地址所在国家或地区：以免提醒在夜里打扰你，判断你是否有权撤销合同，并计算价格中所含的税。
privacy-keep-consent = 你付款时同意的内容、所用语言和时间：以便说明双方的约定。
privacy-keep-partner = 如果你是通过合作伙伴的链接而来：与订单一起保存该合作伙伴的名称，用于支付佣金。
privacy-keep-counts = 短时间内，按地址统计的请求次数：防止滥用。
privacy-not = 我们不保留什么
privacy-not-text = 你的银行卡信息、所在位置和上网内容。这些页面没有广告，也没有第三方脚本。我们会统计每个套餐页面的打开次数，但不使用 Cookie，也不记录与你有关的任何信息。
privacy-cookies = Cookie
privacy-cookies-text = 浏览时没有。下单时有一个，标明这个浏览器属于买家，好让它为你显示激活码；从交付邮件打开订单时有一个，让这个浏览器可以显示该订单；申请登录链接时有一个，保留一天，以便链接在另一个浏览器中打开时告知你；登录时有一个，保持你的登录状态。这些都是必需的，都不会与他人共享。
privacy-others = 还有谁参与
privacy-stripe = Stripe 负责收款，适用其自己的隐私政策。
privacy-supplier = eSIM 由我们的供应商制作。我们不会把你的姓名、地址或付款信息给他们。
privacy-mail = 邮件由邮件服务商发送给你。
privacy-rights = 你的权利
privacy-rights-text = 你可以询问我们持有你的哪些信息，要求更正，或在记账法规允许时要求删除：<a>{ $email }</a>。负责人：{ $seller }。

## Refunds

refunds-title = 退款
refunds-lead = 交付，否则自动退款，不用申请。
refunds-undelivered = eSIM 无法交付时
refunds-undelivered-text = 全款会自动退回你付款用的银行卡或账户：
refunds-at-once = 如果供应商说无法制作，立即退款；
# $time is a length of time such as “30 minutes”.
refunds-after = 如果 { $time }后仍未送达，届时退款；
refunds-unclear = 如果回复丢失、可能已经制作，最迟 { $time }后退款。
refunds-several = 如果你买了几张而只做成了一部分，做成的归你，其余的退款。订单页面会显示每一步及其时间。银行入账需要 5 到 10 天。
refunds-mind = 改变主意时
refunds-mind-fee = 从未使用的套餐，即使已经安装，也可以在购买后 { $days } 天内退订。每个扣除 { $fee } 手续费；确认之前会显示确切的退款金额。你自己就能操作：在<a>我的 eSIM</a> 打开那张 eSIM，点“退订并退款”。之后，同一页面会显示进度和退款参考号。尚未开始的充值也可以这样退订。
refunds-mind-full = 从未使用的套餐，即使已经安装，也可以在购买后 { $days } 天内退订，全额退款。你自己就能操作：在<a>我的 eSIM</a> 打开那张 eSIM，点“退订并退款”。之后，同一页面会显示进度和退款参考号。尚未开始的充值也可以这样退订。
refunds-mind-never = 已交付的套餐不能退订。你所在国家或地区赋予消费者的权利不受影响。
refunds-broken = 不能用时
refunds-broken-text = 请先看<a>手机显示什么、怎么办</a>：大多数问题只是设置问题。如果还是不能用，请在旅途中而不是回来以后发邮件给我们：<a2>{ $email }</a2>。
refunds-not = 什么不能退款
refunds-not-text = 已开始的套餐和已用的流量。从手机移除的 eSIM 无法再次安装；它的套餐只有在未开始时才能退订。

## Terms

terms-title = 条款
terms-seller = 卖方是 <b>{ $seller }</b>。联系邮箱：<a>{ $email }</a>。
terms-buy = 你买的是什么
terms-buy-text = eSIM 上的预付费流量套餐：在套餐页面列出的国家和地区，使用所列的流量和天数。没有电话号码，没有通话，没有订阅，不会自动续费。
terms-pay = 你付多少
terms-pay-text = 套餐页面上的价格，以 { $currency } 计，只付一次。在 Stripe 页面付款；我们看不到你的银行卡。用其他货币付款时，你的银行可能另收手续费。
terms-get = 什么时候收到
terms-get-text = 供应商一制作好，二维码就会显示并发到你的邮箱，通常在付款后几秒内。如果 { $time }后仍未送达，款项会自动全额退回；如果回复丢失而 eSIM 可能已制作，最迟 { $longest }后退回。
terms-use = 使用
terms-use-once = 一张 eSIM 只能在一部手机上安装一次。不要移除：移除后无法再次安装。
terms-use-phone = 手机必须支持 eSIM，且不能锁定运营商。
terms-use-days = 天数从在目的地首次连接时算起。请在购买后 60 天内开始使用；过期后，套餐可能自动开始，也可能无法使用。
terms-use-speed = 速度和覆盖取决于当地网络，它们不由我们运营。
terms-use-code = 请勿泄露激活码：拿到的人都能安装你的 eSIM。
terms-mind = 改变主意
terms-mind-text = 见<a>退款</a>。
terms-law = 法律
terms-law-text = 适用{ $law }法律。你所在国家或地区赋予消费者的权利不受影响。
