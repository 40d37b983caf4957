privacy-how-long = 我们保留多久
privacy-how-long-unpaid = 从未付款的订单：{ $time }。
privacy-how-long-mails = 我们发出的邮件的地址和内容：{ $time }。
privacy-how-long-events = Stripe 和 eSIM 供应商就付款或 eSIM 发来的通知：{ $time }。我们只保存编号、类型和时间，绝不保存 Stripe 随附的姓名、地址和银行卡信息。
privacy-how-long-counts = 访问次数的统计：{ $time }。
privacy-how-long-orders = 已付款的订单及其退款和 eSIM：按会计法规要求的期限。
