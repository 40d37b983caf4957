# Names of settings are those that phones of this language show.

## Phone settings, drawn: short words

draw-cellular = الشبكة الخلوية
draw-cellular-data = البيانات الخلوية
draw-sims = شرائح SIM
draw-primary = أساسي
draw-primary-on = قيد التشغيل · المكالمات والرسائل
draw-esim-on = قيد التشغيل · بيانات السفر
draw-add-esim = إضافة eSIM
draw-turn-on = تشغيل هذا الخط
draw-label = تسمية الخط الخلوي
draw-roaming = تجوال البيانات
draw-on-primary = على الخط الأساسي
draw-roaming-off = تجوال البيانات يبقى متوقفًا
draw-home = SIM 1 · الخط المعتاد
draw-home-for = المكالمات والرسائل
draw-travel = eSIM · السفر
draw-travel-for = بيانات الجوال، التجوال مشغّل
draw-add-sim = + إضافة شريحة SIM
draw-preferred = المفضّلة لـ
draw-calls-by = المكالمات: SIM 1
draw-data-by = البيانات: eSIM

## On every guide

guide-once = <b>لا يمكن تثبيت هذه الشريحة إلا مرة واحدة. لا تُزِلها من هاتفك.</b> إزالتها تحذفها نهائيًا، ولا يمكن تثبيتها من جديد.
guide-home = ثبّتها في المنزل قبل السفر، عبر شبكة Wi-Fi مستقرة. بعض البلدان تحجب صفحات متاجر eSIM.
guide-phone = يجب أن يكون الهاتف غير مقفل وأن يدعم eSIM: اطلب <code>*#06#</code>؛ إذا ظهر EID فهو يدعمها.
guide-stuck = ما زالت المشكلة قائمة؟
guide-write = اكتب إلى <a>{ $email }</a> واذكر رقم طلبك ونص الرسالة التي يعرضها الهاتف. لا ترسل أبدًا رمز QR أو رمز التفعيل: من يملكه يستطيع تثبيت شريحتك.
guide-install = ثبّت شريحة eSIM
guide-start = ابدأ شريحة eSIM
guide-at-destination = في وجهتك:

## Help

help-title = المساعدة
help-description = كيف تثبّت شريحة eSIM وتبدأها، وماذا تفعل عندما لا يعمل شيء.
help-lead = أمران فقط: ثبّتها في المنزل، وابدأها عند الوصول.
help-iphone = التثبيت على iPhone
help-iphone-about = iOS، خطوة بخطوة
help-trouble = حل المشكلات
help-trouble-about = ما يقوله الهاتف وما تفعله
help-devices-about = فحص في عشر ثوانٍ
help-mine-about = المتبقي، إعادة الشحن، رمز QR مرة أخرى
help-refunds-about = متى تسترد المبلغ
help-asked = أسئلة متكررة
help-paid = دفعت. أين شريحة eSIM؟
help-paid-text = على الصفحة التي عدت إليها بعد الدفع، وفي بريدك. كلاهما يعرض رمز QR فور جهوزه. أغلقت الصفحة؟ سجّل الدخول إلى <a>شرائح eSIM الخاصة بي</a> بالعنوان الذي دفعت به. إذا تعذّر علينا التسليم، نعيد إليك المبلغ تلقائيًا.
help-same-phone = رمز QR على الهاتف نفسه الذي يجب أن يمسحه
help-same-phone-text = افتح صفحة طلبك على ذلك الهاتف: تعرض عليك التثبيت مباشرةً. وإلا فأدخل عنوان SM-DP+‎ ورمز التفعيل؛ كلاهما تحت رمز QR مع زر نسخ.
help-days-text = عندما تتصل شريحة eSIM أول مرة بشبكة في وجهتك. ابدأها خلال 60 يومًا من الشراء: بعد ذلك قد تبدأ تلقائيًا أو تتوقف عن العمل.
help-not-travelled = لم أسافر في النهاية
help-not-travelled-text = يمكنك إلغاء باقة لم تُستخدم بنفسك: افتح الشريحة في <a>شرائح eSIM الخاصة بي</a> واضغط «إلغاء واسترداد المبلغ». يظهر لك المبلغ قبل أن تؤكد. <a2>استرداد المبالغ</a2>
help-charged = هل ستحاسبني شركة اتصالاتي؟
help-charged-text = لا، إذا كان تجوال البيانات و«السماح بتبديل البيانات الخلوية» متوقفين على خطك. المكالمات التي تتلقاها والرسائل التي ترسلها على خطك تُحاسب بأسعار شركة اتصالاتك.
help-more = أحتاج إلى بيانات أكثر
help-more-text = سجّل الدخول إلى <a>شرائح eSIM الخاصة بي</a>، وافتح الشريحة واضغط «إعادة الشحن»: تُضاف البيانات إلى الشريحة نفسها، دون تثبيت من جديد. وإن لم تتوفر إعادة شحن، تأتي باقة جديدة مع شريحة eSIM خاصة بها؛ ويمكن لهاتفك الاحتفاظ بكلتيهما.
help-address = أخطأت في كتابة بريدي الإلكتروني
help-address-text = يبقى رمز QR على صفحة طلبك في المتصفح الذي اشتريت به. اكتب إلى <a>{ $email }</a> مع رقم الطلب لتغيير العنوان.

## Install on iPhone

iphone-description = تثبيت شريحة eSIM للسفر وبدؤها على iPhone، خطوة بخطوة.
iphone-lead = افتح صفحة طلبك في Safari على iPhone واضغط <b>ثبّت على iPhone هذا</b> (iOS 17.4 أو أحدث). أو:
iphone-add = <b>الإعدادات ← الشبكة الخلوية ← إضافة eSIM</b> (في بعض البلدان: بيانات الجوال أو خدمة الجوال).
iphone-qr = <b>استخدام رمز QR،</b> ثم امسح الرمز من شاشة أخرى. على الهاتف نفسه: اضغط مطولًا على رمز QR، أو اختر <b>إدخال التفاصيل يدويًا</b> وانسخ عنوان SM-DP+‎ ورمز التفعيل.
iphone-rename = <b>غيّر تسمية الخط،</b> مثلًا إلى «eSIM»، لتميّزه عن خطك.
iphone-primary = <b>أبقِ «أساسي» خطًا افتراضيًا</b> للمكالمات والرسائل.
iphone-switching = <b>أوقف «السماح بتبديل البيانات الخلوية»</b> (Allow Cellular Data Switching)، كي لا يستخدم خطك بيانات خارج بلدك.
iphone-drawn-lines = رسم للإعدادات، الشبكة الخلوية: خط eSIM مدرج تحت «أساسي»، وكلاهما مشغّل
iphone-on = <b>شغّل شريحة eSIM.</b> الإعدادات ← الشبكة الخلوية ← eSIM ← تشغيل هذا الخط.
iphone-roaming = <b>شغّل تجوال البيانات</b> لهذا الخط. اتركه متوقفًا على خطك المعتاد.
iphone-data = <b>اجعلها خط البيانات الخلوية.</b> الإعدادات ← الشبكة الخلوية ← البيانات الخلوية ← eSIM.
iphone-apn = <b>اضبط APN إذا احتاجته الباقة،</b> مثلًا <code>data.esim</code>: الإعدادات ← الشبكة الخلوية ← eSIM ← شبكة البيانات الخلوية. صفحة طلبك تذكر إن كانت تحتاجه.
iphone-drawn-roaming = رسم لإعدادات خط eSIM: «تشغيل هذا الخط» و«تجوال البيانات» مشغّلان؛ على الخط الأساسي يبقى التجوال متوقفًا

## Install on Android

android-lead = افتح صفحة طلبك على الهاتف واضغط <b>جرّب التثبيت بلمسة واحدة</b>: يعمل من Chrome على كثير من هواتف Pixel وSamsung. وإلا:
android-pixel-add = <b>الإعدادات ← الشبكة والإنترنت ← شرائح SIM ← إضافة شريحة SIM</b> (أو +).
android-pixel-set = <b>إعداد شريحة eSIM،</b> ثم امسح رمز QR من شاشة أخرى. على الهاتف نفسه اختر <b>هل تحتاج إلى مساعدة؟ ← إدخال الرمز يدويًا</b> والصق الرمز.
android-samsung-add = <b>الإعدادات ← الاتصالات ← مدير SIM ← إضافة eSIM.</b>
android-samsung-scan = <b>مسح رمز QR،</b> أو <b>إدخال رمز التفعيل</b> على الهاتف نفسه.
android-others = شركات أخرى
android-others-text = ابحث في الإعدادات عن «SIM» أو «شبكة الجوال» أو «eSIM»، أو استخدم بحث الإعدادات عن «eSIM».
android-drawn = رسم لإعدادات SIM: شريحتك المعتادة للمكالمات، وeSIM لبيانات الجوال مع التجوال مشغّلًا
android-on = <b>شغّل شريحة eSIM</b> في إعدادات SIM.
android-roaming = <b>شغّل تجوال البيانات</b> لها. اتركه متوقفًا على شريحتك المعتادة.
android-data = <b>اجعلها شريحة بيانات الجوال.</b>
android-apn = <b>اضبط APN إذا احتاجته الباقة،</b> مثلًا <code>data.esim</code>: eSIM ← أسماء نقاط الوصول ← +. صفحة طلبك تذكر إن كانت تحتاجه.

## When something does not work
# What phones say is quoted in this language, and in English too where travellers search for it.

trouble-title = حل المشكلات
trouble-description = الرسائل التي تعرضها الهواتف عندما لا تعمل شريحة eSIM، ومعناها، وما تفعله.
trouble-lead = ابحث عمّا يقوله هاتفك.
trouble-mine = اشتريت من هنا؟ افتح شريحتك في <a>شرائح eSIM الخاصة بي</a> واضغط «لا يوجد إنترنت؟»: نفحص تلك الشريحة ونعرض لك الخطوة التالية.
trouble-installing = أثناء التثبيت
trouble-locked = «لا يمكن إضافة خطط خلوية من شركة الاتصالات هذه» (Cellular plans from this carrier cannot be added)
trouble-locked-text = الهاتف مقفل على شركة الاتصالات التي باعته. اطلب منها فتح القفل، ثم امسح الرمز من جديد. ما زال الرمز صالحًا.
trouble-change = «تعذّر إكمال تغيير الخطة الخلوية» (Cellular change could not be completed · Unable to complete cellular plan change)
trouble-change-text = استُخدم الرمز من قبل، على هذا الهاتف أو غيره، أو انقطع الاتصال. انظر أولًا في الإعدادات ← الشبكة الخلوية هل الشريحة هناك. إن لم تكن، فأعد تشغيل الهاتف، واتصل بشبكة Wi-Fi أخرى، وامسح مرة واحدة بعد.
trouble-activate = «يتعذر تفعيل eSIM» (Unable to activate eSIM) · «لا يمكن إضافة eSIM» (eSIM cannot be added) · «فشل التفعيل» (Activation failed)
trouble-activate-text = السبب غالبًا هو الاتصال: تُنزَّل شرائح eSIM من خادم شركة الاتصالات. أوقف أي VPN، واتصل بشبكة Wi-Fi مستقرة، وأعد تشغيل الهاتف، ثم حاول مجددًا. تتسع الهواتف لعدة شرائح eSIM، لكن ليس بلا حد: إذا امتلأ فأزِل شريحة قديمة لم تعد تحتاجها، ولا تُزِل هذه أبدًا.
trouble-invalid = «لم يعد هذا الرمز صالحًا» (This code is no longer valid) · «رمز QR غير صالح» (Invalid QR code)
trouble-invalid-text = استُخدم الرمز من قبل، أو لم يُقرأ كاملًا. امسحه من شاشة أكبر، أو أدخل عنوان SM-DP+‎ ورمز التفعيل يدويًا. الأحرف الكبيرة والصغيرة مهمة: استخدم أزرار النسخ.
trouble-no-menu = لا يوجد «إضافة eSIM» في إعداداتي
trouble-no-menu-text = ربما لا يدعم الهاتف eSIM: اطلب <code>*#06#</code>. إن لم يظهر EID فهو لا يدعمها. معظم هواتف iPhone المبيعة في البر الرئيسي للصين لا تدعمها.
trouble-there = في الوجهة
trouble-no-internet = متصل، لكن لا يوجد إنترنت
trouble-is-on = هل شريحة eSIM مشغّلة؟
trouble-is-roaming = هل <b>تجوال البيانات</b> مشغّل لها؟ يجب أن يكون كذلك: تعمل الباقة على الشبكات المحلية عبر التجوال.
trouble-is-data = هل هي خط بيانات الجوال؟
trouble-is-apn = اضبط APN كما تقول صفحة طلبك، مثلًا <code>data.esim</code>.
trouble-airplane = شغّل نمط الطيران عشر ثوانٍ ثم أوقفه.
trouble-no-service = «لا توجد خدمة» (No Service) · «SOS فقط» (SOS only) · «مكالمات الطوارئ فقط» (Emergency calls only)
trouble-no-service-text = اختر الشبكة يدويًا: الإعدادات ← الشبكة الخلوية ← eSIM ← اختيار الشبكة، أوقف «تلقائي»، واختر إحدى الشبكات التي تذكرها «لا يوجد إنترنت؟» في <a>شرائح eSIM الخاصة بي</a>. على Android: إعدادات SIM ← اختيار الشبكة تلقائيًا.
trouble-slow = الاتصال بطيء
trouble-slow-text = جرّب يدويًا شبكة أخرى من شبكات الباقة، كما سبق. تحقّق من أن الهاتف مضبوط على 4G أو 5G.
trouble-used-up = استُهلكت بياناتي
trouble-used-up-text = افتح الشريحة في <a>شرائح eSIM الخاصة بي</a> واضغط «إعادة الشحن»: تُضاف إلى الشريحة نفسها.
trouble-removed = أزلت شريحة eSIM
trouble-removed-text = الشريحة المُزالة لا يمكن تثبيتها من جديد. إذا لم تُستخدم باقتها قط، فقد يمكنك إلغاؤها من <a>شرائح eSIM الخاصة بي</a> واسترداد المبلغ.
trouble-order = الطلبات
trouble-no-code = دفعت ولا أرى رمز QR
trouble-no-code-text = تعرض صفحة الطلب ما حدث وما يأتي بعده، ومتى نعيد إليك المبلغ تلقائيًا. اضغط «تحقّق مرة أخرى»، أو سجّل الدخول إلى <a>شرائح eSIM الخاصة بي</a>.
trouble-no-mail = لم تصل الرسالة
trouble-no-mail-text = انظر في مجلد البريد غير المرغوب فيه. كل ما في الرسالة موجود أيضًا على صفحة طلبك.

## Will it work on my phone?

devices-title = هل تعمل على هاتفي؟
devices-description = تحقّق في عشر ثوانٍ هل يستطيع هاتفك استخدام eSIM.
devices-lead = فحص في عشر ثوانٍ.
devices-dial = <b>اطلب <code>*#06#</code></b> كأنك تجري مكالمة.
devices-eid = <b>هل ظهر EID؟</b> إذًا الهاتف يدعم eSIM. إن لم يظهر فهو لا يدعمها.
devices-unlocked = <b>هل هو غير مقفل؟</b> على iPhone: الإعدادات ← عام ← حول ← قفل شركة الاتصالات يقول «لا توجد قيود على SIM». على Android: جرّب شريحة SIM من شركة اتصالات أخرى، أو اسأل من باعك الهاتف.
devices-which = هواتف تدعم eSIM
devices-maker = الشركة
devices-from = ابتداءً من
devices-not = باستثناء
devices-google = Pixel 4 والأحدث؛ معظم Pixel 3a و3
devices-others = أخرى
devices-others-not = يختلف الأمر باختلاف بلد البيع: اطلب <code>*#06#</code>
devices-decides = القائمة للاسترشاد؛ و EID هو الفيصل.
devices-tablets = الأجهزة اللوحية والحواسيب المحمولة
devices-tablets-text = كثير من أجهزة iPad وبعض حواسيب Windows المحمولة تدعم eSIM. الباقة للبيانات، فهي تعمل عليها أيضًا؛ ابحث عن EID في الإعدادات.
