
hand-over-title = مشاركة مع مسافر آخر
hand-over-lead = أرسل إلى المسافر رابطًا يفتح هذه الشريحة وحدها: رمز QR وطريقة التثبيت. بلا سعر وبلا شرائحك الأخرى.
hand-over-name = اسم المسافر (اختياري)
hand-over-name-hint = لتميّز بين شرائحك.
hand-over-no-name = 40 حرفًا على الأكثر في سطر واحد.
hand-over-too-quick = روابط كثيرة في وقت قصير. انتظر قليلًا.
hand-over-over = هذه الشريحة قيد الإلغاء أو لم تعد صالحة للاستخدام، فلا يوجد ما يُرسل.
hand-over-make = إنشاء رابط
hand-over-only-name = حفظ الاسم فقط
hand-over-open = يوجد رابط صالح حتى { $day }. إنشاء رابط جديد يحل محله.
hand-over-end = إنهاء الرابط
hand-over-what = من لديه الرابط يستطيع تثبيت هذه الشريحة مرة واحدة. أرسله إلى ذلك الشخص وحده. يمكنك إنهاؤه هنا في أي وقت.
hand-over-made = الرابط جاهز
hand-over-made-lead = أرسله إلى من سيسافر بهذه الشريحة.
hand-over-made-lead-name = أرسله إلى { $name }.
hand-over-link = الرابط
hand-over-once = يظهر هذه المرة فقط: انسخه الآن. إذا ضاع فأنشئ رابطًا جديدًا.
hand-over-scan = هل أنتما معًا؟ يمكنه مسح هذا بكاميرا هاتفه فتفتح الصفحة.
hand-over-until = يعمل حتى { $day }.
hand-over-link-alt = رمز QR يفتح صفحة المسافر
hand-over-change = تغيير الاسم أو إنهاء الرابط
hand-over-somebody = هل هي لشخص آخر؟ اكتب اسمه وأرسل رابطًا
hand-over-link-for = إرسال رابط إلى { $name }
hand-over-phone-button = افتح هذا على الهاتف
hand-over-browser-button = إنشاء رابط للمتصفح
hand-over-phone-title = افتحها على الهاتف
hand-over-phone-lead = امسح هذا بكاميرا الهاتف الذي ستسافر به. تفتح صفحة تُثبَّت منها الشريحة بلمسة واحدة.
hand-over-phone-until = صالح لمدة 15 دقيقة، حتى { $time }.
hand-over-phone-link = أو افتح هذا العنوان في متصفح الهاتف
hand-over-not-the-code = هذا الرمز يفتح صفحة. أما الرمز الذي يثبّت الشريحة فهو الآخر.
hand-over-phone-alt = رمز QR يفتح صفحة على الهاتف
handed-for = لـ { $name }
handed-title = شريحتك eSIM
handed-lead = { $plan }، اشتُريت لك من { $shop }. أضفها في المنزل عبر شبكة Wi-Fi مستقرة؛ يستغرق ذلك دقيقتين.
handed-start-by = <b>ابدأها في موعد أقصاه { $day }.</b> بعد ذلك قد تبدأ الباقة تلقائيًا وتُستهلك أيامها، أو تتوقف عن العمل.

## The eSIMs of one order for several people

family-title = لمن هذه الشرائح؟
family-lead = سمِّها مرة واحدة. يصل إلى كل مسافر رابط يفتح شريحته وحدها.
# A button, and what stands beside the eSIM that it was pressed for: on a phone, and on a computer.
family-this-phone = هذا الهاتف
family-mine = لي
family-not-mine = ليست لي
family-send = إرسال الرابط
family-send-again = إرسال مجددًا
family-send-all = إرسال كل الروابط
# Beside a name: “link sent · not installed yet”.
family-sent = أُرسل الرابط
family-not-installed = لم تُثبَّت بعد
family-show = عرض
family-qr = رمز QR والرموز
family-scan = امسحه بكاميرا الهاتف الآخر.
family-made = الروابط جاهزة
family-once = تظهر هذه المرة فقط: أرسلها أو انسخها الآن. إذا ضاع أحدها فأنشئ رابطًا جديدًا.
# Of a field with a line for each traveller: a name and a link.
family-links = الروابط، سطر لكل مسافر
family-share = مشاركة
family-closed = لم يُرسل شيء بعد. انقر «مشاركة» مرة أخرى أو انسخ النص أعلاه.
family-save = حفظ الأسماء
family-sign-in = لعدة مسافرين؟ سجّل الدخول لإرسال الروابط
family-sign-in-why = لا تُرسل الروابط إلا من المتصفح الذي اشتريت به، أو بعد تسجيل الدخول بالعنوان الذي دفعت به.
# $day is the last day on which the link works.
family-sent-page = أرسلت رابطًا لهذه الشريحة، وهو صالح حتى { $day }. لم تُثبَّت الشريحة بعد. لا يمكن تثبيتها إلا مرة واحدة: اترك ذلك لصاحب الرابط أو أنهِ الرابط أولًا.
family-sent-page-seen = أُرسل إلى شخص آخر رابط لهذه الشريحة، وهو صالح حتى { $day }. لم تُثبَّت الشريحة بعد. لا يمكن تثبيتها إلا مرة واحدة: اترك ذلك لصاحب الرابط، إلا إذا كانت لهذا الهاتف.
