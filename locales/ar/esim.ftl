# Words of the phone’s own settings (Cellular, Data Roaming, Network Selection …) are to be those that the phone shows in your language.
# “eSIM”, “APN”, “ICCID”, “SM-DP+”, “EID” and “QR” stay as they are. An “add-on” is a further plan on an eSIM that exists; a “top-up” is buying one.

## Amounts

# $data is “1 MB”.
amount-under = أقل من { $data }
# $days is not a whole number: “2.5”.
amount-days-and-a-part = { $days } يوم

## An eSIM, on all of its pages

# $phrase is “7.4 GB of 10 GB left” or the like: only what ends a sentence is added.
esim-sentence = { $phrase }.
esim-data = البيانات
esim-number = رقم eSIM (ICCID)
esim-apn = APN
esim-order = الطلب
esim-back = العودة إلى شريحة eSIM
esim-check-again = تحقّق مرة أخرى
esim-see-the-plans = عرض الباقات
# Networks of which we do not know the country, at the end of a list of countries.
esim-elsewhere = أماكن أخرى
esim-ready-to-install = جاهزة للتثبيت
esim-on-a-phone = مثبّتة، لم تبدأ
esim-in-use = قيد الاستخدام
esim-plan-has-ended = انتهت الباقة
esim-switched-off = أُوقفت نهائيًا
esim-something-wrong = توجد مشكلة
esim-given-back = أُلغيت
# $word is the network’s own, in English.
esim-network-says = الحالة لدى الشبكة: { $word }
esim-brief-not-installed = أضفها في المنزل عبر شبكة Wi-Fi مستقرة قبل السفر. يستغرق ذلك دقيقتين.
esim-brief-not-started = لا شيء آخر في المنزل: تبدأ عندما تتصل بشبكة في وجهتك.
esim-brief-nothing-used = اتصلت بشبكة، ولم تُستخدم أي بيانات بعد.
esim-brief-use-unknown = اتصلت بشبكة في وجهتك.
esim-brief-works = كل شيء يعمل بصورة طبيعية.
esim-brief-add-on-waits = انتهت الباقة السابقة؛ تبدأ إعادة الشحن تلقائيًا.
esim-brief-data-gone = استُهلكت كل بياناتها. يمكنك إعادة شحن هذه الشريحة.
esim-brief-time-over = انتهت أيامها. يمكنك إعادة شحن هذه الشريحة.
esim-brief-nothing-to-add = انتهت باقتها ولا يمكن إعادة شحنها. الباقة الجديدة تأتي مع شريحة eSIM جديدة.
esim-brief-given-back = لقد ألغيتها، فلم تعد تعمل.
esim-brief-switched-off = توقف الشبكة شريحة eSIM بعد 60 يومًا من انتهاء آخر باقة عليها.
esim-brief-broken = أبلغت الشبكة عن عطل في هذه الشريحة. هذا نادر، وليس بسببك.
esim-brief-unexplained = أبلغت الشبكة عن حالة لا نعرفها. راسلنا إذا لم تعمل الشريحة.

## A package (a plan on an eSIM): its state and figures

package-of-elsewhere = باقة لم تُشترَ من هنا
package-given-back = أُلغيت
package-being-given-back = قيد الإلغاء
package-starting = قيد البدء
package-waits = بانتظار البدء
package-in-use = قيد الاستخدام
package-used-up = استُهلكت
package-days-over = انتهت صلاحيتها
package-ended-by-hand = أُنهيت يدويًا
# In a ring, below “7.4 GB” or “4 days” in large letters. $all is “10 GB” or “7 days”.
package-of-all-left = متبقٍّ من { $all }
# $used and $all are “2.6 GB” and “10 GB”. No full stop: it stands in a table too.
package-used = استُهلك { $used } من { $all }
# $used and $all are “3 days” and “7 days”.
package-days-used = مضى { $used } من { $all }. البيانات غير محدودة: تُحتسب الأيام
# $all is “10 GB” or “7 days”. No full stop.
package-not-started = { $all }، لم تبدأ
# $left and $all are “7.4 GB” and “10 GB”, or “4 days” and “7 days”. No full stop.
package-left = متبقٍّ { $left } من { $all }
# $days is 0 where it is not known how many they are.
package-begins-at-destination =
    { $days ->
        [0] تبدأ أيامها عند أول اتصال بشبكة في وجهتك.
        [one] يبدأ يومها الوحيد عند أول اتصال بشبكة في وجهتك.
        [two] يبدأ يوماها عند أول اتصال بشبكة في وجهتك.
        [few] تبدأ أيامها الـ{ $days } عند أول اتصال بشبكة في وجهتك.
        [many] تبدأ مدتها ({ $days } يومًا) عند أول اتصال بشبكة في وجهتك.
       *[other] تبدأ مدتها ({ $days } يوم) عند أول اتصال بشبكة في وجهتك.
    }
# $days is 0 where it is not known how many they are.
package-begins-after-another =
    { $days ->
        [0] تبدأ أيامها عندما تحل محل الباقة السابقة.
        [one] يبدأ يومها الوحيد عندما تحل محل الباقة السابقة.
        [two] يبدأ يوماها عندما تحل محل الباقة السابقة.
        [few] تبدأ أيامها الـ{ $days } عندما تحل محل الباقة السابقة.
        [many] تبدأ مدتها ({ $days } يومًا) عندما تحل محل الباقة السابقة.
       *[other] تبدأ مدتها ({ $days } يوم) عندما تحل محل الباقة السابقة.
    }
# $end is a day and a time. $days is 0.
package-days-ended-on = انتهت أيامها في { $end }.
package-ends-on =
    { $days ->
        [one] يومها الأخير: تنتهي في { $end }.
        [two] بقي يومان: تنتهي في { $end }.
        [few] بقيت { $days } أيام: تنتهي في { $end }.
        [many] بقي { $days } يومًا: تنتهي في { $end }.
       *[other] بقي { $days } يوم: تنتهي في { $end }.
    }
package-ended-on = انتهت في { $end }.

## One eSIM

my-esim-installed = مثبّتة ✓
# $day is a date; the link fetches a file for the calendar.
my-esim-start-by = <b>ابدأها في موعد أقصاه { $day }.</b> بعد ذلك قد تبدأ الباقة تلقائيًا وتُستهلك أيامها، أو تتوقف عن العمل. <a>أضف إلى التقويم</a>
my-esim-bought = تاريخ الشراء
my-esim-how-a-top-up-works = كيف تعمل إعادة الشحن
my-esim-why-not-given-back = لماذا لم تُلغَ
my-esim-see-the-refund = عرض المبلغ المسترد
my-esim-give-it-back = إلغاء واسترداد المبلغ
my-esim-see-its-start = عرض حالة البدء
my-esim-start-it-now = ابدأها الآن
# A calendar’s entry. $plan is “Japan · 10 GB · 7 days”.
calendar-summary = ابدأ شريحة eSIM: { $plan }
calendar-how = ثبّتها الآن ما دام لديك Wi-Fi، وشغّلها في وجهتك. بعد هذا اليوم قد تبدأ الباقة تلقائيًا وتُستهلك أيامها، أو تتوقف عن العمل.

## All eSIMs of a traveller

my-esims-sign-out = تسجيل الخروج
my-esims-everywhere = تسجيل الخروج من كل مكان
my-esims-everywhere-why = ربما استخدم شخص آخر أحد أجهزتك؟ يسجّل هذا خروجك من كل المتصفحات، ولن يعرض أي منها ما اشتريته حتى تسجّل الدخول فيه من جديد.
my-esims-signed-in-as = مسجّل الدخول باسم { $email }
my-esims-none = لا توجد شرائح eSIM بعد
my-esims-none-lead = ما تشتريه بهذا العنوان يظهر هنا فور تسليمه.
my-esims-find-a-plan = ابحث عن باقة
my-esims-newest-first = شرائح eSIM الخاصة بك، الأحدث أولًا
my-esims-start-by = آخر موعد للبدء
my-esims-details = التفاصيل
my-esims-install-or-start = التثبيت أو البدء
my-esims-start-it = ابدأها
my-esims-what-is-left = عرض المتبقي

## What is left

left-title = المتبقي
left-use-unknown = لم تُبلغ الشبكة كم استُهلك منها.
# $plan is “Japan · 10 GB · 7 days”: the plan that follows the one in use.
left-next = التالية: { $plan }. تبدأ تلقائيًا عند استهلاك هذه أو انتهائها.
left-no-plan = لم تُبلغ الشبكة بعد عن أي باقة على هذه الشريحة.
left-top-up = إعادة الشحن
left-no-internet = لا يوجد إنترنت؟
left-others = على هذه الشريحة أيضًا

## Installing and starting, on the eSIM’s page and the order’s

setup-install = ثبّت شريحة eSIM
setup-already-on-a-phone = <b>هذه الشريحة مثبّتة على هاتف.</b> استُخدم رمزها، ولا يمكن تثبيتها مرة ثانية.
setup-show-codes-again = أظهر رمز QR والرموز مرة أخرى
# 02 is the next part of the page.
setup-installed-already = هل ثبّتها؟ إذا ظهرت في إعدادات هاتفك خطًا ثانيًا، فانتقل إلى الخطوة 02.
setup-sheet = ورقة تثبيت للطباعة
setup-start = ابدأ شريحة eSIM
setup-has-started = <b>لقد بدأت.</b> الإعدادات الأربعة أدناه، تحسبًا لتغيّر أحدها.
setup-show-switches = أظهر الإعدادات الأربعة
starting-picture = الخطان كما ينبغي أن يظهرا عند وصولك.
starting-when = عند الوصول، في إعدادات الهاتف:
starting-turn-on-iphone = <b>شغّل شريحة eSIM.</b> الإعدادات ← الشبكة الخلوية ← شريحتك eSIM.
starting-turn-on-android = <b>شغّل شريحة eSIM.</b> الإعدادات ← الشبكة والإنترنت ← شرائح SIM ← شريحتك eSIM.
starting-roaming = <b>شغّل تجوال البيانات لها.</b> من دونه لا يوجد إنترنت عبر eSIM خارج بلدك. هذا التجوال مشمول في ما دفعته.
starting-data = <b>اجعلها خط البيانات الخلوية.</b> يبقى الخط «أساسي» للمكالمات والرسائل.
# $apn is a code that is typed in.
starting-apn = <b>اضبط APN إذا احتاجته الباقة.</b> لهذه الباقة: <code>{ $apn }</code>.
starting-apn-unknown = <b>اضبط APN إذا احتاجته الباقة.</b> يضبطه الهاتف عادةً تلقائيًا؛ إن لم يعمل الإنترنت فجرّب <code>{ $apn }</code>.
starting-home-line = <b>اترك تجوال البيانات متوقفًا على خطك المعتاد.</b> شركة اتصالاتك تحاسبك عليه، ولا تستطيع هذه الشريحة منع ذلك.
installing-title = أثناء التثبيت
installing-rename = غيّر تسميتها، مثلًا إلى «eSIM»، لتميّزها عن خطك المعتاد.
installing-primary = أبقِ «أساسي» للمكالمات والرسائل.
installing-switching = أوقف «السماح بتبديل البيانات الخلوية» (Allow Cellular Data Switching).
installing-iphone = يدويًا على iPhone
installing-iphone-how = الإعدادات ← الشبكة الخلوية ← إضافة eSIM ← استخدام رمز QR. امسح الرمز، أو اختر «إدخال التفاصيل يدويًا» والصق عنوان SM-DP+‎ ورمز التفعيل.
installing-android = يدويًا على هاتف Android
installing-android-how = الإعدادات ← الشبكة والإنترنت ← شرائح SIM ← إضافة شريحة SIM ← إعداد شريحة eSIM. على Samsung: الإعدادات ← الاتصالات ← مدير SIM ← إضافة eSIM. امسح رمز QR، أو اختر إدخال الرمز والصق الرمز الكامل (LPA).
installing-fails = لا تُثبَّت
# What stands in quotation marks are the phone’s own messages. $code is *#06#.
installing-fails-why = «لا يمكن إضافة خطط خلوية من شركة الاتصالات هذه» (Cellular plans from this carrier cannot be added): الهاتف مقفل على شركة اتصالات؛ اطلب منها فتح القفل. «تعذّر إكمال تغيير الخطة الخلوية» (Cellular change could not be completed): استُخدم الرمز من قبل؛ انظر في إعدادات الهاتف، فقد تكون الشريحة هناك. لا توجد قائمة eSIM إطلاقًا: اطلب <code>{ $code }</code>؛ إن لم يظهر EID فالهاتف لا يدعم eSIM.

## The picture of a phone’s settings: short, in the phone’s own words

phone-picture = إعدادات الهاتف: شريحة eSIM مشغّلة وهي خط البيانات الخلوية وتجوال البيانات مشغّل؛ الخط الأساسي للمكالمات وتجوال البيانات فيه متوقف
phone-cellular = الشبكة الخلوية
# At most 35 letters.
phone-travel-line = eSIM، خط السفر
# At most 25 letters.
phone-turn-on = تشغيل هذا الخط
# At most 25 letters.
phone-roaming = تجوال البيانات
# At most 22 letters.
phone-data = البيانات الخلوية
# To the right of the last one, at most 8 letters.
phone-data-line = eSIM
# At most 35 letters.
phone-home-line = أساسي، خطك المعتاد
# At most 20 letters.
phone-calls = المكالمات والرسائل
# To the right of the last one, at most 10 letters.
phone-calls-line = أساسي

## The sheet of paper

# Of the browser’s window. $plan is “Japan · 10 GB · 7 days”.
sheet-title = ورقة التثبيت: { $plan }
sheet-name = ورقة التثبيت
sheet-print = اطبع هذه الورقة
# In a line of its own, behind the shop’s name.
sheet-order = الطلب { $number }
# Behind it.
sheet-start-by = آخر موعد للبدء: { $day }
sheet-once = <b>لا يمكن تثبيت هذه الشريحة إلا مرة واحدة. لا تُزِلها من هاتفك.</b> أضفها في المنزل عبر شبكة Wi-Fi مستقرة. من يحمل هذه الورقة يستطيع تثبيتها: احتفظ بها لنفسك.
sheet-qr = رمز QR لتثبيت شريحة eSIM
sheet-smdp-address = عنوان SM-DP+‎
sheet-activation-code = رمز التفعيل
sheet-both = الرمز الكامل (LPA)، لهواتف Android
sheet-install = ثبّت في المنزل
sheet-iphone = iPhone
sheet-iphone-how = الإعدادات ← الشبكة الخلوية ← إضافة eSIM ← استخدام رمز QR. امسح الرمز، أو اختر «إدخال التفاصيل يدويًا». غيّر تسمية الخط إلى «eSIM»، وأبقِ «أساسي» للمكالمات والرسائل، وأوقف «السماح بتبديل البيانات الخلوية».
sheet-android = Android
sheet-android-how = الإعدادات ← الشبكة والإنترنت ← شرائح SIM ← إضافة شريحة SIM ← إعداد شريحة eSIM. Samsung: الإعدادات ← الاتصالات ← مدير SIM ← إضافة eSIM. امسح الرمز، أو أدخل الرمز الكامل (LPA). أبقِ شريحة SIM الخاصة بك للمكالمات والرسائل.
sheet-start = ابدأ عند الوصول
sheet-turn-on = <b>شغّل شريحة eSIM.</b>
sheet-roaming = <b>شغّل تجوال البيانات لها،</b> واتركه متوقفًا على خطك المعتاد.
sheet-data = <b>اجعلها خط البيانات الخلوية.</b>
# $apn is a code that is typed in.
sheet-apn = <b>اضبط APN إذا احتاجته الباقة:</b> <code>{ $apn }</code>.
sheet-apn-unknown = <b>اضبط APN إذا احتاجته الباقة:</b> غالبًا لا تحتاجه؛ إن لم يعمل الإنترنت فجرّب <code>{ $apn }</code>.
# $names are networks: “Docomo, SoftBank”.
sheet-networks = لا يوجد إنترنت؟ شبكات تختارها يدويًا: { $names }.
sheet-networks-and-others = لا يوجد إنترنت؟ شبكات تختارها يدويًا: { $names } وغيرها.
sheet-networks-unknown = لا يوجد إنترنت؟ شبكات تختارها يدويًا: غير مذكورة.
sheet-person = أسئلة؟ { $email }

## No internet?

no-internet-title = لا يوجد إنترنت؟
no-internet-next-step = لا يوجد إنترنت؟ خطوتك التالية
# The subject of the traveller’s mail to us; a person of the shop reads it.
no-internet-mail-subject = لا يوجد إنترنت، الطلب { $order }
no-internet-is-it-on-a-phone = على هاتف
no-internet-on-phone = نعم ✓
no-internet-on-phone-not-yet = ليس بعد
no-internet-on-phone-unknown-yet = غير معروف بعد
no-internet-on-phone-unknown = غير معروف
no-internet-plan = الباقة
no-internet-install-it = ثبّتها
no-internet-top-up = إعادة الشحن
no-internet-see-the-plans = عرض الباقات
no-internet-show-the-switches = أظهر الإعدادات الأربعة
no-internet-show-the-networks = أظهر الشبكات
no-internet-write-to-us = راسلنا
no-internet-install-first = ثبّتها أولًا
no-internet-set-the-switches = راجع الإعدادات الأربعة
no-internet-turn-on-roaming = شغّل تجوال البيانات لشريحة eSIM
no-internet-pick-a-network = اختر شبكة يدويًا
no-internet-add-on-starts = تبدأ إعادة الشحن تلقائيًا
no-internet-data-is-used-up = استُهلكت بياناتك
no-internet-days-are-over = انتهت أيام الباقة
no-internet-plan-is-over = انتهت الباقة
no-internet-given-back = أُلغيت هذه الباقة
no-internet-switched-off = أُوقفت هذه الشريحة نهائيًا
no-internet-contact = راسلنا
no-internet-because-not-installed = لم ترصد الشبكة هذه الشريحة على هاتف بعد. هل تظهر في هاتفك خطًا ثانيًا؟ إذًا تأخرت الشبكة في التحديث فقط: تابع مع الإعدادات الأربعة أدناه.
no-internet-because-not-started = الشريحة سليمة وباقتها تنتظر: لم تتصل بشبكة في وجهتك بعد. هذه الإعدادات الأربعة تحل ذلك.
no-internet-because-nothing-used = بدأت الباقة، لكن لم تُستخدم أي بيانات. السبب في الغالب هذا الإعداد وحده، أو أن الهاتف ما زال يستخدم الخط الآخر للبيانات.
no-internet-because-use-unknown = بدأت الباقة، لكن الشبكة لم تُبلغ كم استُهلك منها. السبب في الغالب هذا الإعداد وحده.
no-internet-because-add-on-waits = انتهت الباقة السابقة. اترك تجوال البيانات مشغّلًا دقيقة؛ عندها تبدأ الشبكة إعادة الشحن. لا حاجة إلى تثبيت شيء أو تفعيله.
no-internet-because-nothing-to-add = انتهت باقتها، ولا توجد إعادة شحن متاحة لهذه الشريحة. الباقة الجديدة تأتي مع شريحة eSIM جديدة؛ ويمكن لهاتفك الاحتفاظ بكلتيهما.
no-internet-because-given-back = انتهت عندما ألغيتها، فلا يعيدها أي إعداد في الهاتف. الباقة الجديدة تأتي مع شريحة eSIM جديدة.
no-internet-because-switched-off = تفعل الشبكة ذلك بعد 60 يومًا من انتهاء آخر باقة على الشريحة. الباقة الجديدة تأتي مع شريحة eSIM جديدة.
no-internet-because-broken = أبلغت الشبكة عن عطل في هذه الشريحة. هذا نادر وليس بسببك، ولا يصلحه أي إعداد في الهاتف.
# $word is the network’s own, in English.
no-internet-because-unexplained = أبلغت الشبكة عن الحالة «{ $word }»، وهي حالة لا نعرفها. سنستفسر عن معناها.
no-internet-because-works = كل شيء طبيعي لدى الشبكة: الباقة قيد الاستخدام. ربما يتمسك الهاتف بشبكة لا تدعمها. اختر شبكة أخرى يدويًا، ثم أعد تشغيل الهاتف.
# $left is “7.4 GB of 10 GB left”.
no-internet-because-works-with-figures = كل شيء طبيعي لدى الشبكة: { $left }. ربما يتمسك الهاتف بشبكة لا تدعم الباقة. اختر شبكة أخرى يدويًا، ثم أعد تشغيل الهاتف.
no-internet-because-data-gone = لم تبقَ بيانات. إعادة الشحن تعمل فورًا على هذه الشريحة نفسها.
# $used is “10 GB of 10 GB used”.
no-internet-because-data-gone-with-figures = { $used }. إعادة الشحن تعمل فورًا على هذه الشريحة نفسها.
no-internet-because-time-over = لقد انتهت. إعادة الشحن تعيد هذه الشريحة نفسها إلى العمل.
# $end is a day and a time.
no-internet-because-time-over-on = انتهت في { $end }. إعادة الشحن تعيد هذه الشريحة نفسها إلى العمل.
no-internet-switches = الإعدادات الأربعة
no-internet-networks = اختر الشبكة يدويًا
no-internet-networks-unknown = ليست لدينا قائمة شبكات لهذه الباقة: جرّب كل شبكة يعرضها الهاتف.
# Above a list of networks by country.
no-internet-networks-by-country = تعمل هذه الباقة على الشبكات أدناه. أوقف الاختيار التلقائي واختر شبكة من البلد الذي أنت فيه.
# Above a list of one to six networks.
no-internet-networks-these =
    { $n ->
        [one] تعمل هذه الباقة على هذه الشبكة. أوقف الاختيار التلقائي واخترها.
        [two] تعمل هذه الباقة على هاتين الشبكتين. أوقف الاختيار التلقائي واختر إحداهما.
       *[other] تعمل هذه الباقة على هذه الشبكات. أوقف الاختيار التلقائي واختر إحداها.
    }
no-internet-on-an-iphone = مكانها على iPhone
no-internet-on-an-iphone-how = الإعدادات ← الشبكة الخلوية ← شريحتك eSIM ← اختيار الشبكة. أوقف «تلقائي»، وانتظر القائمة، ثم اضغط على إحدى الشبكات أعلاه.
no-internet-on-android = مكانها على هاتف Android
no-internet-on-android-how = الإعدادات ← الشبكة والإنترنت ← شرائح SIM ← شريحتك eSIM: أوقف «اختيار الشبكة تلقائيًا» واضغط على إحدى الشبكات. على Samsung: الإعدادات ← الاتصالات ← شبكات الهاتف المحمول ← مشغلو الشبكات.
no-internet-restart = ثم أعد تشغيل الهاتف. يستغرق العثور على الشبكة دقيقة أو دقيقتين.
no-internet-still = ما زال لا يعمل؟
# $email is the shop’s; the number follows below the sentence.
no-internet-person = اكتب إلى <a>{ $email }</a>. اذكر أين أنت وما يعرضه الهاتف، وأرفق هذا الرقم:
no-internet-copy-iccid = نسخ ICCID
no-internet-iccid = هو رقم الشريحة نفسها (ICCID)، من الطلب { $order }. لا ترسل أبدًا رمز QR أو رمز التفعيل.

## Top up

topup-title = إعادة الشحن
# A button. $data is “5 GB”, $days is “30 days”; the price follows.
topup-add = أضف <b>{ $data }</b> · { $days }
topup-add-unlimited = أضف <b>بيانات غير محدودة</b> · { $days }
topup-you-pay = تدفع على صفحة Stripe؛ لا نرى بطاقتك أبدًا. إذا تعذّرت إعادة الشحن، نعيد إليك المبلغ كاملًا تلقائيًا.
topup-nothing-fits = لا توجد إعادة شحن متاحة لهذه الشريحة
topup-nothing-fits-lead = الباقة الجديدة تأتي مع شريحة eSIM خاصة بها؛ ويمكن لهاتفك الاحتفاظ بكلتيهما.
topup-silent = تعذّر عرض باقات إعادة الشحن الآن
topup-silent-lead = الشبكة لا تجيب. شريحتك سليمة، ولم يُخصم شيء. حاول مرة أخرى بعد دقيقة.
topup-try-again = حاول مرة أخرى
topup-stopped = البيع متوقف مؤقتًا
topup-stopped-lead = لا يمكن الشراء الآن. شريحتك لا تتأثر. عُد إلينا بعد قليل.
topup-look-again = تحقّق من جديد
topup-too-quick = محاولات كثيرة. انتظر دقيقة ثم حاول مرة أخرى.
topup-no-longer-fits = لم تعد إعادة الشحن تلك متاحة لهذه الشريحة. لم يُخصم شيء. المتاح الآن أدناه.
topup-price-changed = تغيّر السعر للتو. لم يُخصم شيء. الأسعار الجديدة أدناه.
topup-cannot-deliver = لا نستطيع التسليم الآن، لذلك أوقفنا البيع مؤقتًا. لم يُخصم شيء: عُد إلينا قريبًا.
topup-no-payment-page = تعذّر فتح صفحة الدفع. لم يُخصم شيء. حاول مرة أخرى.
addon-activated-by-itself = عند استهلاك بيانات باقتك الحالية أو انتهاء مدتها، تُفعَّل بيانات إعادة الشحن تلقائيًا.
addon-countdown = يبدأ العد التنازلي لانتهاء الصلاحية عندما تبدأ استخدام بيانات إعادة الشحن.
addon-no-reinstall = لا حاجة إلى إعادة تثبيت شريحة eSIM أو تفعيل إعادة الشحن يدويًا.

## Give it back

give-back-title = إلغاء واسترداد المبلغ
give-back-question = هل تريد إلغاء هذه الباقة واسترداد المبلغ؟
# $plan is “Japan · 10 GB · 7 days”.
give-back-what = { $plan }، لم تُستخدم.
give-back-what-and-when = { $plan }، اشتُريت في { $day }، لم تُستخدم.
give-back-you-paid = ما دفعته
give-back-fee = الرسوم
give-back-to-your-card = المبلغ المسترد إلى بطاقتك
give-back-comes-back = المبلغ المسترد
give-back-network-reference = مرجع الشبكة
give-back-refund-reference = مرجع الاسترداد
give-back-ends-esim = تنتهي هذه الباقة فورًا، وتتوقف هذه الشريحة عن العمل.
give-back-ends-add-on = تنتهي هذه الباقة فورًا؛ الباقات الأخرى على هذه الشريحة تبقى.
give-back-for-good-esim = لا يمكن التراجع عن ذلك. إن سافرت لاحقًا فعليك شراء شريحة eSIM جديدة.
give-back-for-good-add-on = لا يمكن التراجع عن ذلك. إن سافرت لاحقًا فعليك شراء إعادة شحن جديدة.
give-back-money = يُرد المبلغ إلى البطاقة أو الحساب الذي دفعت به. تُظهره البنوك عادةً خلال 5 إلى 10 أيام.
# A button. $back is an amount of money.
give-back-button = ألغِها واسترد { $back }
give-back-keep = احتفظ بها
give-back-not = لا يمكن إلغاؤها
give-back-when = متى يُرد المبلغ
give-back-why-kept = السبب: كانت قد بدأت قبل أن يمكن إلغاؤها.
give-back-kept = لم تُلغَ
give-back-asked = جارٍ إلغاؤها
give-back-paid = أُلغيت ورُدّ المبلغ
give-back-another-way = أُلغيت؛ وكان المبلغ قد رُدّ من قبل
give-back-needs-a-person = أُلغيت؛ ونعمل على رد المبلغ
give-back-on-its-way = أُلغيت. المبلغ في طريقه إليك
give-back-lead-kept = لم يُلغَ شيء ولم يُرَدّ أي مبلغ. الباقة لك كما كانت.
give-back-lead-asked = نلغيها لدى الشبكة، ثم نعيد إليك المبلغ تلقائيًا. يمكنك إغلاق هذه الصفحة.
give-back-lead-paid = رُدّ المبلغ إلى البطاقة أو الحساب الذي دفعت به. تُظهره البنوك عادةً خلال 5 إلى 10 أيام.
give-back-lead-another-way = كنا قد رددنا مبلغ هذا الطلب من قبل، فلم يُرد مرتين. تُظهر ذلك صفحة الطلب.
give-back-lead-needs-a-person = أعاد بنكك المبلغ إلينا. أُبلغ فريقنا، ولا يلزمك فعل شيء.
give-back-lead-on-its-way = لا يلزمك فعل شيء. تُظهر البنوك المبلغ المسترد عادةً خلال 5 إلى 10 أيام.
# Stations on a line, one below the other; some have a short remark below them.
give-back-step-asked = طُلب الإلغاء
give-back-step-kept = لم تُلغَ
give-back-step-ended = أُلغيت لدى الشبكة
# A remark.
give-back-step-about-to-be = بعد لحظات
give-back-step-money-back = رُدّ المبلغ
# A remark.
give-back-step-another-way = رُدّ من قبل
give-back-step-refund-returned = ارتدّ المبلغ إلينا
# A remark.
give-back-step-a-person = نعمل على حله
give-back-step-money-on-its-way = المبلغ في الطريق
give-back-not-allowed = هذا المتجر لا يلغي ما سُلّم.
give-back-not-delivered = لم تُسلَّم بعد، أو أُلغيت من قبل.
give-back-started = لقد بدأت بالفعل، فلا يمكن إلغاؤها.
give-back-over = لقد انتهت، فلم يبقَ ما يُلغى.
give-back-too-late = انقضت مهلة الإلغاء.
give-back-nothing-left = الرسوم تساوي ما دفعته أو تزيد، فلن يبقى ما يُرد.
give-back-refunded = يجري رد مبلغها بالفعل.
give-back-held = يجري التحقق من دفعتها. لا يمكن إلغاء شيء حتى ينتهي ذلك.
give-back-another-amount = تغيّر المبلغ المسترد. لم يُلغَ شيء بعد: راجع المبلغ وأكّد من جديد.
give-back-no-answer = الشبكة لا تجيب. لم يُلغَ شيء. حاول مرة أخرى بعد دقيقة.

## Start it now

start-name = ابدأها الآن
start-now = هل تبدأها الآن؟
start-asked = جارٍ بدؤها
start-started = لقد بدأت
start-kept = لم تبدأ
start-impossible = لا يمكن بدؤها هنا
start-lead-now = لا يلزمك ذلك: تبدأ تلقائيًا عند أول اتصال بشبكة في وجهتك.
start-lead-asked = طلبنا من الشبكة بدءها. يمكنك إغلاق هذه الصفحة.
start-lead-started = تُحتسب أيامها الآن، أينما كنت.
start-lead-kept = لم تبدأها الشبكة. تبدأ تلقائيًا عند أول اتصال في وجهتك.
start-lead-impossible = لقد انتهت أو أُلغيت، أو يترك هذا المتجر البدء للشبكة.
# $days is 0 where it is not known how many they are.
start-warning =
    { $days ->
        [0] <b>يبدأ احتساب أيامها فورًا، أينما كنت.</b> ولا يعود إلغاؤها ممكنًا.
        [one] <b>يبدأ احتساب يومها الوحيد فورًا، أينما كنت.</b> ولا يعود إلغاؤها ممكنًا.
        [two] <b>يبدأ احتساب يوميها فورًا، أينما كنت.</b> ولا يعود إلغاؤها ممكنًا.
        [few] <b>يبدأ احتساب أيامها الـ{ $days } فورًا، أينما كنت.</b> ولا يعود إلغاؤها ممكنًا.
        [many] <b>يبدأ احتساب مدتها ({ $days } يومًا) فورًا، أينما كنت.</b> ولا يعود إلغاؤها ممكنًا.
       *[other] <b>يبدأ احتساب مدتها ({ $days } يوم) فورًا، أينما كنت.</b> ولا يعود إلغاؤها ممكنًا.
    }
# A button. $days is 0 where it is not known how many they are.
start-button =
    { $days ->
        [0] ابدأ أيامها الآن
        [one] ابدأ يومها الوحيد الآن
        [two] ابدأ يوميها الآن
        [few] ابدأ أيامها الـ{ $days } الآن
        [many] ابدأ مدتها ({ $days } يومًا) الآن
       *[other] ابدأ مدتها ({ $days } يوم) الآن
    }
start-not-yet = ليس بعد
start-ends = تنتهي في { $end }.

## Parts of several pages

part-before-installing = <b>لا يمكن تثبيت هذه الشريحة إلا مرة واحدة. لا تُزِلها من هاتفك.</b> أضفها في المنزل قبل السفر: بعض البلدان تحجب متاجر eSIM. ابقَ على شبكة Wi-Fi مستقرة حتى يكتمل التثبيت.
part-sign-in-email = عنوان البريد الإلكتروني
part-sign-in-button = أرسل إليّ رابط الدخول
part-copy = نسخ
# For screen readers. $what is “activation code”, “APN”; where that needs another article or case, say “Copy: …”.
part-copy-what = نسخ: { $what }
# For screen readers, before a station on the line of what has happened: “done: Paid”.
part-clock-done = تمّ:
part-clock-now = الآن:
part-clock-failed = فشل:
part-clock-later = لاحقًا:
part-as-of = آخر تحديث: { $ago }. تُبلغ الشبكة عن الاستهلاك بشيء من التأخير.
part-as-of-stale = لم تجب الشبكة للتو. هذه آخر أرقام معروفة ({ $ago }).
part-help = المساعدة
# The first link leads to the guides, the second opens a mail.
part-help-stuck = واجهتك مشكلة؟ راجع <a>الأدلة</a> أو اكتب إلى <a2>{ $email }</a2>.
## ما تقوله صفحة الشريحة أولًا، والمفاتيح الثلاثة

living-waiting = كل شيء جاهز لرحلتك
living-landed = هل وصلت؟ ثلاثة مفاتيح فقط
living-low = أوشكت على النفاد: بقي { $left }
living-pace-enough = بوتيرتك: تكفي حتى النهاية
living-pace-today = بوتيرتك: تنفد اليوم
living-pace-tomorrow = بوتيرتك: حتى الغد
living-pace-weekday = بوتيرتك: حتى يوم { $day }
living-pace-day = بوتيرتك: حتى { $day }
living-connects = تتصل خلال دقيقة أو دقيقتين.
living-connects-to = تتصل خلال دقيقة أو دقيقتين بشبكة { $networks }.
living-connects-to-many = تتصل خلال دقيقة أو دقيقتين بإحدى الشبكات المتاحة.
living-buy-again = شراء هذه الباقة مرة أخرى
living-feedback = كيف كانت التجربة؟ <a>اكتب لنا سطرًا.</a>
living-switch-line = شغّل هذه الشريحة
living-switch-roaming = تجوال البيانات لها: مفعّل
living-switch-home = تجوال البيانات في خطك المعتاد: متوقف
part-updated = آخر تحديث: { $ago }
## الملف الذي يُحفظ على الهاتف

keep-link = احفظها على هذا الهاتف
keep-file = احفظها في ملف
keep-once = <b>لا يمكن تثبيت هذه الشريحة إلا مرة واحدة. لا تُزِلها من هاتفك.</b> يعمل هذا الملف من دون إنترنت. من يحصل عليه يستطيع تثبيت الشريحة: احتفظ به لنفسك.
