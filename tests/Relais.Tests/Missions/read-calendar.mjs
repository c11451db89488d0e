// Reads an iCalendar file with ical.js, which knows nothing of Relais: the file on standard input, JSON on standard output.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}

const instant = time => new Date(time.toUnixTime() * 1000).toISOString();
console.log(JSON.stringify(calendar.getAllSubcomponents("vevent").map(component => {
  const event = new ICAL.Event(component);
  return {
    Uid: event.uid,
    Sequence: event.sequence,
    Status: component.getFirstPropertyValue("status"),
    Zone: event.startDate.zone.tzid,
    Starts: instant(event.startDate),
    Ends: instant(event.endDate),
    Clock: event.startDate.toString(),
    Summary: event.summary,
    Location: event.location,
    Description: event.description,
  };
})));
