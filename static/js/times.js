// Times: <time data-at="ago|moment|minute">. How long ago is kept true while the page is open; a
// moment is told by the device's own clock.
const lang = document.documentElement.lang;
const digits = { ar: "ar-u-nu-latn", en: "en-GB" }[lang] ?? lang;

const since = (minutes) => {
  const told = new Intl.RelativeTimeFormat(digits);
  if (minutes < 60) return told.format(-minutes, "minute");
  if (minutes < 2880) return told.format(-Math.floor(minutes / 60), "hour");
  return told.format(-Math.floor(minutes / 1440), "day");
};

const moment = (at, kind) => {
  const today = at.toDateString() === new Date().toDateString();
  const options = { timeStyle: "short" };
  if (!today && kind !== "minute") options.dateStyle = "medium";
  return new Intl.DateTimeFormat(digits, options).format(at);
};

const tell = () => {
  for (const time of document.querySelectorAll("time[data-at]")) {
    const at = new Date(time.dateTime);
    const minutes = Math.floor((Date.now() - at) / 60000);
    let text = time.textContent;
    if (time.dataset.at !== "ago") text = moment(at, time.dataset.at);
    else if (minutes > 0) text = since(minutes);
    if (text !== time.textContent) time.textContent = text;
  }
};
tell();
setInterval(tell, 30000);
