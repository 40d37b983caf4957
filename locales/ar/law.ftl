privacy-how-long = مدة الاحتفاظ بالبيانات
privacy-how-long-unpaid = طلب لم يُدفع ثمنه: { $time }.
privacy-how-long-mails = عناوين رسائل البريد التي أرسلناها ومحتواها: { $time }.
privacy-how-long-events = ما يبلغنا به Stripe ومورّد شرائح eSIM عن دفعة أو شريحة: { $time }. لا نحفظ إلا الرقم والنوع والوقت. أما الاسم والعنوان وبيانات البطاقة التي يرسلها Stripe معها فلا نحفظها أبدًا.
privacy-how-long-counts = عدد الطلبات المرسلة إلى الموقع: { $time }.
privacy-how-long-orders = الطلبات المدفوعة مع المبالغ المستردة وشرائحها: المدة التي يفرضها قانون الدفاتر التجارية.
