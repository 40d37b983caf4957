## Home

home-title = شرائح eSIM للسفر
# $shop is the shop's name; $tagline a sentence of its owner.
home-description = شرائح eSIM للسفر مسبقة الدفع من { $shop }. { $tagline }
home-headline = تهبط وأنت متصل. ادفع مرة واحدة قبل السفر.
home-lead-countries = بيانات مسبقة الدفع في { $countries ->
    [one] بلد واحد
    [two] بلدين
    [few] { $countries } بلدان
    [many] { $countries } بلدًا
   *[other] { $countries } بلد
}.
home-lead-regions = بيانات مسبقة الدفع في { $countries ->
    [one] بلد واحد
    [two] بلدين
    [few] { $countries } بلدان
    [many] { $countries } بلدًا
   *[other] { $countries } بلد
} و{ $regions ->
    [one] منطقة واحدة
    [two] منطقتين
    [few] { $regions } مناطق
    [many] { $regions } منطقة
   *[other] { $regions } منطقة
}.
home-tagline = شريحة eSIM جاهزة بعد ثوانٍ من الدفع، وإلا نعيد إليك المبلغ تلقائيًا.
home-popular = وجهات رائجة
home-where = إلى أين يذهب المسافرون
home-several = شريحة eSIM واحدة لعدة بلدان
home-trip = خطّط لرحلة عبر عدة بلدان
shelf-empty-title = نحمّل الباقات
shelf-empty-text = نحمّل الباقات من المورّد. عُد إلينا بعد بضع دقائق.
how-title = كيف تعمل
how-choose-title = اختر وادفع
how-choose-text = اختر حجم البيانات وعدد الأيام. تدفع على صفحة Stripe، والسعر الذي تراه هو ما تدفعه.
how-install-title = ثبّت في المنزل
how-install-text = يظهر رمز QR على شاشتك بعد ثوانٍ ويصل إلى بريدك. امسحه عبر Wi-Fi قبل أن تغادر.
how-switch-title = شغّل عند الوصول
how-switch-text = شغّل شريحة eSIM مع تجوال البيانات. تُحتسب الأيام من هناك، لا من وقت الشراء.
promise-title = ما نعِد به
promise-delivered-title = التسليم أو رد المبلغ
promise-delivered-text = إذا تعذّر تجهيز شريحة eSIM، نعيد المبلغ كاملًا إلى بطاقتك تلقائيًا، دون أن تطلب.
promise-once-title = شراء واحد فقط
promise-once-text = ضغطت مرتين، أو انقطع الاتصال، أو عدت لاحقًا: دفعة واحدة وشريحة eSIM واحدة.
promise-number-title = رقمك يبقى كما هو
promise-number-text = تبقى المكالمات والرسائل على خطك. البيانات وحدها تمر عبر eSIM.
before-title = قبل الشراء
before-phone = هل تعمل على هاتفي؟
before-phone-text = معظم الهواتف المصنوعة منذ 2019 تدعم eSIM إن لم تكن مقفلة على شركة اتصالات. اطلب <code>*#06#</code>: إذا ظهر EID فهاتفك يدعمها. <a>المزيد عن الأجهزة</a>.
before-days = متى يبدأ احتساب الأيام؟
before-days-text = عندما تتصل شريحة eSIM أول مرة بشبكة في وجهتك. ابدأها خلال 60 يومًا من الشراء: بعد ذلك قد تبدأ تلقائيًا أو تتوقف عن العمل.
before-back = هل يمكنني استرداد المبلغ؟
before-back-text = نعم، كاملًا وتلقائيًا، إذا تعذّر علينا التسليم. أما الباقة التي لم تستخدمها فانظر <a>صفحة استرداد المبالغ</a>.

## Search

search-label = إلى أين تسافر؟
search-hint = أين ومتى وكم شخصًا؟ مثل: طوكيو 10 أيام
search-button = ابحث عن باقات
search-title = البحث
search-title-for = البحث: { $query }
search-results = نتائج البحث عن «{ $query }»
search-nothing-asked = بلد أو مدينة أو جزيرة أو منطقة.
search-unknown-title = لم نجد هذا المكان
search-unknown-text = جرّب اسم البلد، أو تصفّح كل الوجهات. متأكد من صحته؟ أخبرنا: <a>{ $email }</a>.
search-guessed = لا يوجد اسم مطابق تمامًا. هل تقصد:
search-plans-for = الباقات: { $place }
search-all-plans = كل الباقات: { $place }
no-plans-now = لا توجد باقات حاليًا
in-shared-plans = ضمن باقات لعدة بلدان
# A country told by its capital and the part of the world, so that nobody takes Austria for Australia.
capital-in = { $capital }، { $region }

## Places and plans

from-price = ابتداءً من { $price }
from = ابتداءً من
plans-count = { $n ->
    [one] باقة واحدة
    [two] باقتان
    [few] { $n } باقات
    [many] { $n } باقة
   *[other] { $n } باقة
}
countries-count = { $n ->
    [one] بلد واحد
    [two] بلدان
    [few] { $n } بلدان
    [many] { $n } بلدًا
   *[other] { $n } بلد
}
mixed-up = هل هذا هو المكان المقصود؟ كثيرًا ما يُخلط بينه وبين { $places }.
mixed-up-place = { $place } (العاصمة: { $capital })
tag-most-chosen = الأكثر اختيارًا
tag-lowest = أقل سعر للغيغابايت
tag-longest = الأطول مدة
# Above a list of plans. $facts are networks and a speed such as “SoftBank, KDDI au · 5G”; $day is the last day to start a plan that is bought today.
board-shared = { $facts }. تُحتسب الأيام عند الوصول. إن اشتريت اليوم فآخر موعد للبدء { $day }.
board-starts = تُحتسب الأيام عند الوصول. إن اشتريت اليوم فآخر موعد للبدء { $day }.
board-unit = لكل GB
pass-networks = الشبكات
pass-clock = بدء الاحتساب
plan-clock-when = عند أول اتصال في وجهتك
pass-start-by = آخر موعد للبدء
pass-choose = اختر
per-gigabyte = { $price } لكل GB
per-day = { $price } في اليوم
# Beside a figure of days.
unit-days = { $n ->
    [one] يوم
    [two] يوم
    [few] أيام
    [many] يومًا
   *[other] يوم
}
networks-many = { $n ->
    [one] شبكة واحدة
    [two] شبكتان
    [few] { $n } شبكات
    [many] { $n } شبكة
   *[other] { $n } شبكة
}
# $names are the first few networks, $n how many more there are.
networks-more = { $names } و{ $n } أخرى

## All destinations

destinations-description = شرائح eSIM للسفر وأسعارها، عدد البلدان والمناطق: { $countries }.
destinations-count = عدد البلدان والأقاليم: { $countries }.
destinations-jump = انتقل إلى
destinations-several = عدة بلدان

## One destination

destination-title = شريحة eSIM: { $place }
destination-description = { $n ->
    [one] باقة بيانات مسبقة الدفع، { $place }: { $price }. رمز QR بعد ثوانٍ من الدفع.
    [two] باقتا بيانات مسبقتا الدفع، { $place }، ابتداءً من { $price }. رمز QR بعد ثوانٍ من الدفع.
    [few] { $n } باقات بيانات مسبقة الدفع، { $place }، ابتداءً من { $price }. رمز QR بعد ثوانٍ من الدفع.
    [many] { $n } باقة بيانات مسبقة الدفع، { $place }، ابتداءً من { $price }. رمز QR بعد ثوانٍ من الدفع.
   *[other] { $n } باقة بيانات مسبقة الدفع، { $place }، ابتداءً من { $price }. رمز QR بعد ثوانٍ من الدفع.
}
destination-no-plan = لا توجد باقة لهذا المكان وحده حاليًا.
destination-capital = العاصمة: { $capital }.
destination-region-capital = { $region }. العاصمة: { $capital }.
destination-region = { $region }.
destination-covers = { $n ->
    [one] تعمل في بلد واحد.
    [two] تعمل في بلدين كحد أقصى.
    [few] تعمل في { $n } بلدان كحد أقصى.
    [many] تعمل في { $n } بلدًا كحد أقصى.
   *[other] تعمل في { $n } بلد كحد أقصى.
}
destination-nothing-title = لا توجد باقة لهذا المكان وحده: { $place }
destination-nothing-text = لا تعمل أي من باقاتنا هناك حاليًا. نفضّل أن نقول ذلك على أن نبيعك ما لا يعمل.
destination-nothing-but = هذه الباقات لعدة بلدان تعمل هناك:
destination-plans = الباقات
further-title = هل ستسافر إلى أبعد؟
further-lead = شريحة eSIM لهذا البلد وحده أو لعدة بلدان: السعر وأماكن العمل.
further-from = تبدأ من
further-countries = عدد البلدان
tick-some = { $n } من أصل { $all }
destination-where = أين تعمل هذه الباقات
destination-where-note = لكل باقة قائمة بلدانها؛ لا تغطي كل باقة جميع هذه البلدان.
destination-where-all = تعمل كل باقة في هذه الصفحة في جميع هذه البلدان.
good-title = من المفيد أن تعرف
good-days-text = عندما تتصل شريحة eSIM أول مرة بشبكة في وجهتك، لا عند الشراء. ابدأها خلال 60 يومًا من الشراء.
good-more = ماذا لو احتجت إلى بيانات أكثر؟
good-more-text = أعد شحنها من <a>شرائح eSIM الخاصة بي</a>: تُضاف البيانات إلى الشريحة الموجودة في هاتفك، دون تثبيت من جديد.
good-number = هل يبقى رقمي يعمل؟
good-number-text = نعم. تبقى المكالمات والرسائل على خطك. اترك تجوال البيانات متوقفًا على ذلك الخط، كي تستخدم eSIM وحدها البيانات.
good-phone = هل هاتفي متوافق؟
good-phone-text = اطلب <code>*#06#</code>: إذا ظهر EID فهو يدعمها. ويجب ألا يكون مقفلًا على شركة اتصالات. <a>المزيد عن الأجهزة</a>.

## Sorting and filtering

sort-label = الترتيب حسب
sort-data = البيانات
sort-price = السعر
sort-gigabyte = سعر الغيغابايت
sort-days = الأيام
stay-label = مدة إقامتك
stay-any = أي مدة
stay-short = حتى 7 أيام
stay-mid = 8–15 يومًا
stay-long = 16 يومًا فأكثر
amount-label = البيانات
amount-any = أي حجم
amount-large = ‏10 GB فأكثر
amount-unlimited = غير محدودة
filter-nothing = لا توجد باقة بهذه المواصفات. أزِل أحد عوامل التصفية.

## How much is enough

answer-title = كم أحتاج؟
answer-use = كيف تستخدم هاتفك
use-light = خفيف
use-everyday = يومي
use-heavy = كثيف
answer-light = خرائط ورسائل: نحو { $data }، المدة { $days }
answer-everyday = استخدام يومي: نحو { $data }، المدة { $days }
answer-heavy = فيديو ومكالمات: نحو { $data }، المدة { $days }
answer-most = لا توجد هنا باقة بهذا الحجم لهذه المدة؛ هذه هي الأقرب.
answer-none = لا توجد هنا باقة بهذه المدة: { $days }.

## One plan

plan-description = { $plan }: { $price }. رمز QR بعد ثوانٍ من الدفع، وإلا نعيد إليك المبلغ تلقائيًا.
plan-place = { $place }. العاصمة: { $capital }.
plan-place-region = { $place }، { $region }. العاصمة: { $capital }.
plan-place-in = { $place }، { $region }.
plan-speed = السرعة
plan-speed-up-to = حتى { $speed }
plan-unit = سعر الوحدة
plan-hotspot = نقطة الاتصال
plan-identity = التحقق من الهوية
plan-yes = نعم
plan-no = لا
plan-calls = المكالمات والرسائل
plan-calls-text = بيانات فقط؛ المكالمات والرسائل تبقى على خطك
plan-topup = إعادة الشحن
plan-topup-yes = ممكنة، دون تثبيت من جديد
plan-buy = اشترِ هذه الباقة
plan-paused = البيع متوقف مؤقتًا. عُد إلينا بعد قليل.
plan-how-many = كم شريحة eSIM؟
plan-quantity = { $n } – { $price }
plan-first-day = أول يوم في رحلتك، إن كنت تعرفه
plan-first-day-hint = نخبرك إن كان الشراء مبكرًا جدًا.
plan-anyway = الشراء الآن على أي حال: سأبدأها في الوقت المناسب.
plan-pay = نعم، المتابعة إلى الدفع
plan-unpaid = إن لم تُكمل الدفع فلم يُخصم أي مبلغ. اختيارك محفوظ: تابع إلى الدفع أو غيّره.
# Right above the pay button, whose “Yes” answers it.
plan-device-ask = اطلب <code>*#06#</code>: هل يظهر EID، وهل هاتفك غير مقفل على شركة اتصالات؟ <a>كيف أتحقق</a>
plan-device-how = اطلب <code>*#06#</code>: إذا ظهر EID فالهاتف يدعم eSIM. ويجب ألا يكون مقفلًا على شركة اتصالات. <a>كيف أتحقق</a>
plan-when = هل تسافر لاحقًا؟
plan-code = هل لديك رمز خصم؟
plan-code-label = رمز الخصم
plan-code-was = بدلًا من <s>{ $price }</s>
plan-code-applied = طُبّق الرمز { $code }.
plan-code-raised = طُبّق الرمز { $code }. هذا أقل سعر لدينا لهذه الباقة.
plan-marks = <b>سعر واحد بلا رسوم إضافية.</b> تدفع على صفحة Stripe: بطاقة أو Apple Pay أو Google Pay.
plan-sold-by = البائع: <a>{ $seller }</a>
plan-charged-in = نحصّل المبلغ بعملة { $currency }، والمبالغ بعد ≈ تقريبية فقط.
# A list of plans with more and less data; what they cost more or less than this one.
plan-others = أحجام أخرى
plan-more = + { $price }
plan-less = − { $price }
# $facts are labels such as “Hotspot”.
plan-unstated = لا تذكر الشبكة: { $facts }.
# $countries is “18 countries”.
plan-further = هل ستسافر إلى أبعد؟ <a>{ $place }، { $countries }: { $data } · { $days }، { $price }</a>
plan-promise = <b>التسليم أو رد المبلغ.</b> إذا تعذّر تسليم الشريحة، نعيد إليك المبلغ تلقائيًا.
plan-back-fee = <b>غيّرت رأيك؟</b> من «شرائح eSIM الخاصة بي» يمكنك خلال { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
} إلغاء باقة لم تُستخدم واسترداد المبلغ، مع خصم رسوم { $fee }. <a>استرداد المبالغ</a>
plan-back-full = <b>غيّرت رأيك؟</b> من «شرائح eSIM الخاصة بي» يمكنك خلال { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
} إلغاء باقة لم تُستخدم واسترداد المبلغ كاملًا. <a>استرداد المبالغ</a>
plan-works-in = { $n ->
    [one] تعمل في بلد واحد
    [two] تعمل في بلدين
    [few] تعمل في { $n } بلدان
    [many] تعمل في { $n } بلدًا
   *[other] تعمل في { $n } بلد
}
plan-all-networks = كل الشبكات
plan-next-title = ماذا يحدث بعد ذلك
plan-next-pay = <b>تدفع على صفحة Stripe.</b> لا نرى بطاقتك أبدًا.
# $time is a length of time such as “30 minutes”.
plan-next-code = <b>يظهر رمز QR،</b> خلال ثوانٍ عادةً، على الصفحة وفي بريدك. إذا تعذّر علينا التسليم خلال { $time }، نعيد إليك المبلغ كاملًا تلقائيًا؛ ولا يطول ذلك إلا إذا لم يتضح هل أُصدرت الشريحة أم لا.
plan-next-install = <b>ثبّتها في المنزل عبر Wi-Fi.</b> لا يمكن تثبيت شريحة eSIM إلا مرة واحدة: لا تُزِلها من هاتفك.
plan-next-land = <b>شغّلها عند الوصول،</b> مع تجوال البيانات لهذا الخط وحده.

## What stops a purchase

buy-quantity = اختر العدد: من 1 إلى 9.
buy-device = تحقّق من هاتفك أولًا: اطلب ‎*#06#‎. إذا ظهر EID وكان الهاتف غير مقفل، فاضغط «نعم».
buy-early = تبدأ رحلتك في { $first }، لكن هذه الباقة إذا اشتُريت اليوم يجب أن تبدأ في موعد أقصاه { $last }. اشترها في { $from } أو بعده.
buy-day-over = هذا التاريخ مضى. اختر أول يوم في رحلتك أو اترك الحقل فارغًا.
buy-no-day = هذا التاريخ غير صالح. اختر يومًا أو اترك الحقل فارغًا.
buy-code-unknown = لا نعرف هذا الرمز. تحقق من كتابته أو اترك الحقل فارغًا.
buy-code-over = لم يعد هذا الرمز صالحًا. اترك الحقل فارغًا للشراء من دونه.
buy-code-early = هذا الرمز صالح ابتداءً من { $date }.
buy-code-plan = هذا الرمز غير صالح لهذه الباقة.
buy-code-small = يتطلب هذا الرمز طلبًا بقيمة { $price } أو أكثر.
buy-code-lowest = هذه الباقة بأقل سعر لها بالفعل. اترك الحقل فارغًا للشراء من دون الرمز.
buy-code-spent = استُنفد هذا الرمز. اترك الحقل فارغًا للشراء من دونه.
buy-code-first = هذا الرمز للطلب الأول فقط. اترك الحقل فارغًا للشراء من دونه.
buy-code-open = أنت تدفع بهذا الرمز في صفحة أخرى. أكمل هناك أو اترك الحقل فارغًا.
buy-code-many = رموز كثيرة لا نعرفها. حاول مرة أخرى بعد ساعة أو اترك الحقل فارغًا.
buy-too-quick = محاولات كثيرة. انتظر دقيقة ثم حاول مرة أخرى.
buy-gone = لم تعد هذه الباقة متاحة. لم يُخصم شيء: اختر باقة أخرى.
buy-dearer = تغيّر سعر هذه الباقة للتو. لم يُخصم شيء: عُد بعد دقيقة لترى السعر الجديد.
buy-repriced = تغيّر سعر هذه الباقة للتو، وهو الآن {$price}. لم يُخصم شيء.
buy-stopped = لا نستطيع التسليم الآن، لذلك أوقفنا البيع مؤقتًا. لم يُخصم شيء: عُد إلينا قريبًا.
buy-flood = يشتري كثيرون في هذه اللحظة. لم يُخصم شيء. حاول مرة أخرى بعد دقيقة.
buy-failed = تعذّر فتح صفحة الدفع. لم يُخصم شيء. حاول مرة أخرى.

## The one box: what was asked, answered in place

box-order = الطلب { $number }
box-order-open = فتح الطلب
box-order-whose = حفاظًا على أمانك، لا يُفتح الطلب إلا في المتصفح الذي اشتُري منه، أو من الرابط في بريده الإلكتروني، أو بعد تسجيل الدخول. <a>سجّل الدخول لعرض شرائح eSIM الخاصة بك</a>.
# $phone is a model as it was typed.
box-phone-any = هواتف iPhone منذ 2018 وكثير من هواتف Android الحديثة تدعم eSIM
box-phone-yes = نعم: { $phone } يدعم eSIM
box-phone-no = لا: { $phone } لا يدعم eSIM
box-phone-some = { $phone }: يعتمد على الطراز وبلد البيع
box-trip = رحلتك: { $places }
box-trip-change = تغيير الأيام والبيانات
box-everyday = استخدام يومي معتاد، نحو { $data } في اليوم
box-a-day = { $data } في اليوم
box-people = { $n ->
    [zero] { $n } شخص
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
    [many] { $n } شخصًا
   *[other] { $n } شخص
}
box-for-all = { $n ->
    [zero] لعدد { $n } شخص: { $price }
    [one] لشخص واحد: { $price }
    [two] لشخصين: { $price }
    [few] لعدد { $n } أشخاص: { $price }
    [many] لعدد { $n } شخصًا: { $price }
   *[other] لعدد { $n } شخص: { $price }
}
box-nearest = لا توجد باقة تغطي كل ذلك. هذه هي الأقرب:
box-add-place = إلى أين تسافر؟ أضف بلدًا أو مدينة لنعرض لك الباقات المناسبة.
# Places that are no country. $place is the name that was typed.
note-sea = في البحر تستخدم السفينة شبكة خاصة عبر الأقمار الصناعية، ولا تعمل باقاتنا عليها. أبقِ تجوال البيانات مغلقًا على متنها، فقد تكون تكلفته عالية جدًا. وفي الميناء تعمل باقة البلد الذي أنت فيه.
note-air = لا توجد على متن الطائرة شبكة جوال تعمل مع باقاتنا، وبعض شركات الطيران تبيع Wi-Fi. تبدأ باقتك بعد الهبوط عندما تتصل شريحة eSIM بالشبكة.
note-divided = لمنطقة { $place } شبكات جوال خاصة بها لا تشملها باقاتنا. تستخدم باقة { $country } شبكات بقية البلد، لذا قد لا تجد إشارة هناك.
note-served = تغطي شبكات { $country } منطقة { $place }، فاختر باقة { $country }. قد تكون التغطية متقطعة والوصول مقيدًا أحيانًا، ولا يمكننا أن نعد بذلك.
note-none = { $place }: لا نعرف أي باقة من باقاتنا تعمل هناك. نفضّل أن نقول ذلك على أن نبيعك ما لا يعمل.
