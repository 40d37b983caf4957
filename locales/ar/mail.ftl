# Every mail is sent as HTML and as text. <b> and <a> are left out of the text.
# Words of the phone’s own settings (Primary, Allow Cellular Data Switching …) are to be those that the phone shows in your language.

## Every mail

# The subject line. $what is the mail’s headline, $shop the shop’s name.
mail-subject = { $what } – { $shop }
# $order is the order’s number: E10001.
mail-subject-order = { $what } – { $shop } { $order }
# In text mails: a name and what belongs to it, such as “Total paid: $14.40” or “Top up: https://…”.
mail-labelled = { $label }: { $value }
mail-copied =
    { $label }:
    { $value }
mail-questions = لديك أسئلة؟ ردّ على هذه الرسالة، أو اكتب إلى <a>{ $email }</a>.
mail-order = الطلب { $order }.
mail-open-order = افتح طلبك
mail-see-esim = عرض شريحة eSIM
mail-top-up = إعادة الشحن
# $ends is a day and a time: 22 Jan 2027, 10:32 UTC.
mail-runs-until = تعمل حتى <b>{ $ends }</b>.

## Receipt

mail-receipt = إيصال
mail-receipt-total = المبلغ المدفوع
# $at is a day and a time.
mail-receipt-paid = الطلب { $order }، دُفع في { $at }.
# $seller is a company’s name and address.
mail-receipt-seller = البائع: { $seller }.

## The eSIMs are here

mail-ready = { $n ->
    [one] شريحة eSIM جاهزة
    [two] شريحتا eSIM جاهزتان
    [few] { $n } شرائح eSIM جاهزة
    [many] { $n } شريحة eSIM جاهزة
   *[other] { $n } شريحة eSIM جاهزة
}
# $here is a part of $ordered: 1 of 3.
mail-some-ready = { $here ->
    [one] شريحة واحدة جاهزة من شرائح eSIM في طلبك وعددها { $ordered }
    [two] شريحتان جاهزتان من شرائح eSIM في طلبك وعددها { $ordered }
   *[other] الجاهز من شرائح eSIM في طلبك: { $here } من { $ordered }
}
mail-still-waiting = { $n ->
    [one] شريحة أخرى في الطريق. نرسلها إليك فور جهوزها، أو نرد ثمنها تلقائيًا.
    [two] شريحتان أخريان في الطريق. نرسلهما إليك فور جهوزهما، أو نرد ثمنهما تلقائيًا.
    [few] { $n } شرائح أخرى في الطريق. نرسلها إليك فور جهوزها، أو نرد ثمنها تلقائيًا.
    [many] { $n } شريحة أخرى في الطريق. نرسلها إليك فور جهوزها، أو نرد ثمنها تلقائيًا.
   *[other] { $n } شريحة أخرى في الطريق. نرسلها إليك فور جهوزها، أو نرد ثمنها تلقائيًا.
}
mail-one-tap = افتح طلبك على الهاتف الذي ستسافر به: تُثبَّت هناك بلمسة واحدة.
# In the mail of an order of several eSIMs.
mail-several = شريحة لكل هاتف: في صفحة طلبك يمكنك تسميتها وإرسال رابط إلى كل مسافر يفتح شريحته وحدها. لا حاجة إلى إعادة توجيه هذه الرسالة.
mail-each = شريحة eSIM لكل جزء من رحلتك: أضفها كلها إلى هاتفك في المنزل، ثم شغّل شريحة المكان الذي أنت فيه.
mail-once = <b>لا يمكن تثبيت هذه الشريحة إلا مرة واحدة. لا تُزِلها من هاتفك.</b> أضفها في المنزل قبل السفر، عبر شبكة Wi-Fi مستقرة.
# $number counts the eSIMs of one order, $plan is “Japan · 10 GB · 7 days”.
mail-numbered = شريحة eSIM { $number }: { $plan }
mail-start-by-day = ابدأها في موعد أقصاه <b>{ $day }</b>.
mail-qr-alt = رمز QR لتثبيت هذه الشريحة
mail-scan = امسحه بالهاتف الذي ستسافر به. تقرأ على ذلك الهاتف نفسه؟ افتح طلبك، أو أدخل هذه الرموز:
mail-label-smdp = عنوان SM-DP+‎
mail-label-code = رمز التفعيل
mail-label-both = الرمز الكامل (LPA)، إذا كان في هاتفك حقل واحد
mail-label-iccid = رقم eSIM (ICCID)
mail-label-apn = APN
mail-confirmation-code = سيطلب هاتفك رمز تأكيد. ردّ على هذه الرسالة ونرسله إليك.
mail-land = عند الوصول
mail-land-turn-on = شغّل شريحة eSIM.
mail-land-roaming = شغّل تجوال البيانات لها.
mail-land-data = اجعلها خط البيانات الخلوية. أبقِ «أساسي» للمكالمات والرسائل، وأوقف «السماح بتبديل البيانات الخلوية».
mail-land-apn = اضبط APN إذا احتاجته الباقة (مثلًا data.esim).
mail-land-home-line = <b>اترك تجوال البيانات متوقفًا على خطك المعتاد.</b> وإلا فقد تحاسبك شركة اتصالاتك عليه.
mail-sent-back = رُدّ إلى بطاقتك
mail-secret = من يملك الرمز الموجود في هذه الرسالة يستطيع استخدام شريحتك: لا تُعِد توجيهها.

## Paid, and the network takes its time

mail-received = { $n ->
    [one] تم الدفع: شريحة eSIM في الطريق
    [two] تم الدفع: شريحتا eSIM في الطريق
    [few] تم الدفع: { $n } شرائح eSIM في الطريق
    [many] تم الدفع: { $n } شريحة eSIM في الطريق
   *[other] تم الدفع: { $n } شريحة eSIM في الطريق
}
mail-received-topup = تم الدفع: إعادة الشحن في الطريق
mail-received-slow = وصلت دفعتك. تستغرق الشبكة وقتًا أطول من المعتاد، ونواصل المحاولة.
# $until is a day and a time; $n is how many eSIMs are awaited.
mail-received-until = { $n ->
    [one] إذا لم تصل شريحة eSIM حتى <b>{ $until }</b>، نعيد إليك ثمنها تلقائيًا إلى البطاقة أو الحساب الذي دفعت به. نراسلك في الحالتين؛ لا يلزمك فعل شيء.
   *[other] إذا لم تصل إحدى شرائح eSIM حتى <b>{ $until }</b>، نعيد إليك ثمنها تلقائيًا إلى البطاقة أو الحساب الذي دفعت به. نراسلك في الحالتين؛ لا يلزمك فعل شيء.
}
mail-received-until-topup = إذا لم تصل حتى <b>{ $until }</b>، نعيد إليك ثمنها تلقائيًا إلى البطاقة أو الحساب الذي دفعت به. نراسلك في الحالتين؛ لا يلزمك فعل شيء.
mail-received-see = تابع سير الطلب

## Money goes back

# In the subject line.
mail-refunded = ردّ مبلغ { $amount }
mail-refunded-headline = نعيد إليك { $amount }
# $why is a whole sentence, one of refund-… below.
mail-refund-line = <b>{ $amount }</b> عن { $plan }. { $why }
mail-refund-kept = خُصمت رسوم { $kept }، كما ظهر قبل تأكيدك.
# $reference is the bank’s name for it: re_3Abc.
mail-refund-reference = مرجع الاسترداد { $reference }
mail-refund-reference-at = مرجع الاسترداد { $reference }، { $at }
mail-refund-when = يُرد المبلغ إلى البطاقة أو الحساب الذي دفعت به. تُظهره البنوك عادةً خلال 5 إلى 10 أيام؛ لا يلزمك فعل شيء.

## Why money goes back: on the order’s page and in mails

refund-undeliverable = تعذّر على الشبكة تسليم هذه الشريحة.
refund-undeliverable-topup = تعذّر على الشبكة إضافة إعادة الشحن هذه.
refund-given-back = ألغيت هذه الباقة قبل استخدامها.
refund-given-back-topup = ألغيت إعادة الشحن هذه قبل استخدامها.
refund-fraud = أُبلغ عن أن هذه الدفعة تمت دون موافقة صاحب البطاقة.
refund-other = رددنا هذه الدفعة.
refund-test = هذا المتجر في وضع الاختبار، لذا لم يُشترَ شيء.

## The bank takes days over the payment

# A list of the plans follows.
mail-payment-delayed = ما زال بنكك يعالج دفعة الطلب { $order }، وقد يستغرق ذلك بضعة أيام:
mail-payment-delayed-then = فور وصول الدفعة نطلب ما اخترته ونراسلك بالبريد الإلكتروني. لا يُطلب شيء قبل ذلك، وليس عليك فعل أي شيء.

## The payment failed

mail-payment-failed = لم تكتمل دفعتك
# A list of the plans follows.
mail-payment-failed-nothing = لم تكتمل دفعة الطلب { $order }، فلم يُشترَ شيء ولم يُخصم شيء:
mail-payment-failed-again = يمكنك الطلب من جديد في أي وقت بوسيلة دفع أخرى.

## Top-up

mail-topped-up = اكتملت إعادة الشحن
# $plan was added to the eSIM that was bought as $esim.
mail-topped-up-added = أُضيفت <b>{ $plan }</b> إلى شريحتك «{ $esim }».

## Could not be given back

mail-not-given-back = لم تُلغَ باقتك
mail-not-given-back-started = طلبت إلغاء <b>{ $plan }</b>. كانت قد بدأت، والباقة التي بدأت لا يمكن إلغاؤها.
mail-not-given-back-refused = طلبت إلغاء <b>{ $plan }</b>. لم تُلغِها الشبكة. ننظر في الأمر وسنراسلك.
mail-not-given-back-nothing = لم يُلغَ شيء ولم يُرَدّ أي مبلغ: تبقى شريحتك كما هي.

## The address of an order was corrected: told to the old one

mail-address-changed = رسائل طلبك تُرسل الآن إلى عنوان آخر
mail-address-changed-what = من الآن فصاعدًا تُرسل الرسائل الخاصة بالطلب { $order } إلى عنوان آخر، ولم يعد هذا العنوان يفتح الطلب في «شرائح eSIM الخاصة بي». أجرى { $shop } هذا التغيير كما يفعل حين يطلبه المشتري.
mail-address-changed-unasked = لم تطلب ذلك؟ أجب عن هذه الرسالة فورًا.

## Start it soon

mail-start-by = ابدأ شريحة eSIM في موعد أقصاه { $day }
# $days is 0 on the last day itself.
mail-start-by-left = { $days ->
    [0] <b>{ $plan }</b> لم تبدأ بعد. <b>اليوم هو آخر يوم.</b> بعد ذلك قد تبدأ تلقائيًا وتُستهلك أيامها، أو تتوقف عن العمل.
    [one] <b>{ $plan }</b> لم تبدأ بعد. <b>بقي يوم واحد.</b> بعد ذلك قد تبدأ تلقائيًا وتُستهلك أيامها، أو تتوقف عن العمل.
    [two] <b>{ $plan }</b> لم تبدأ بعد. <b>بقي يومان.</b> بعد ذلك قد تبدأ تلقائيًا وتُستهلك أيامها، أو تتوقف عن العمل.
    [few] <b>{ $plan }</b> لم تبدأ بعد. <b>بقيت { $days } أيام.</b> بعد ذلك قد تبدأ تلقائيًا وتُستهلك أيامها، أو تتوقف عن العمل.
    [many] <b>{ $plan }</b> لم تبدأ بعد. <b>بقي { $days } يومًا.</b> بعد ذلك قد تبدأ تلقائيًا وتُستهلك أيامها، أو تتوقف عن العمل.
   *[other] <b>{ $plan }</b> لم تبدأ بعد. <b>بقي { $days } يوم.</b> بعد ذلك قد تبدأ تلقائيًا وتُستهلك أيامها، أو تتوقف عن العمل.
}
mail-start-by-install = ثبّتها الآن عبر شبكة Wi-Fi مستقرة. عند وصولك إلى وجهتك شغّلها مع تجوال البيانات: عندها تبدأ الباقة.
mail-start-by-installed = هي على هاتفك بالفعل: اتركها هناك. عند وصولك إلى وجهتك شغّلها مع تجوال البيانات: عندها تبدأ الباقة.
mail-start-by-button = ثبّت شريحة eSIM
mail-start-by-give-back = لن تسافر؟ ما دامت لم تبدأ يمكنك <a>إلغاؤها واسترداد المبلغ</a>.

## It has started

mail-live = أنت متصل الآن
mail-live-started = بدأت <b>{ $plan }</b>.
mail-live-home-line = <b>أولًا، تأكد من أن تجوال البيانات متوقف على خطك المعتاد.</b> وإلا فقد تحاسبك شركة اتصالاتك عليه. أما على eSIM فيبقى مشغّلًا.
mail-live-see = عرض المتبقي
mail-live-no-internet = لا يوجد إنترنت؟ <a>انظر ما تفعله الآن</a>.

## Data runs low

# $left and $total are “1.9 GB” and “10 GB”; in the subject line.
mail-low = متبقٍّ { $left } من { $total }
mail-low-headline = متبقٍّ { $left }
mail-low-used = <b>{ $plan }</b>: استُهلك { $used } من { $total }.
mail-low-top-up = تبدأ إعادة الشحن تلقائيًا عند استهلاك هذه الباقة. لا شيء يُثبَّت.
mail-low-as-of = آخر تحديث: { $at }. الرابط لك وحدك: يفتح صفحة إعادة شحن هذه الشريحة دون تسجيل الدخول.

## It has ended

mail-used-up = استُهلكت بياناتك
mail-time-over = انتهت باقتك
mail-used-up-plan = لم تبقَ بيانات في <b>{ $plan }</b>.
mail-time-over-plan = انتهت صلاحية <b>{ $plan }</b>.
mail-ended-go-on = ما زلت مسافرًا؟ أعد شحن الشريحة نفسها وواصل. لا تُزِل الشريحة من هاتفك: لا يمكن تثبيتها من جديد.
mail-ended-plans = أو <a>اعرض كل الباقات</a>.
mail-ended-link = رابط إعادة الشحن لك وحدك: يفتح صفحة هذه الشريحة دون تسجيل الدخول.

## Signing in

mail-sign-in-to = تسجيل الدخول إلى { $shop }
mail-sign-in = سجّل الدخول لترى شرائح eSIM الخاصة بك
mail-sign-in-once = { $minutes ->
    [one] يعمل هذا الرابط مرة واحدة، خلال دقيقة واحدة.
    [two] يعمل هذا الرابط مرة واحدة، خلال دقيقتين.
    [few] يعمل هذا الرابط مرة واحدة، خلال { $minutes } دقائق.
    [many] يعمل هذا الرابط مرة واحدة، خلال { $minutes } دقيقة.
   *[other] يعمل هذا الرابط مرة واحدة، خلال { $minutes } دقيقة.
}
mail-sign-in-button = تسجيل الدخول
mail-sign-in-unasked = لم تطلب ذلك؟ تجاهل هذه الرسالة: لا يدخل أحد من دون الرابط.
