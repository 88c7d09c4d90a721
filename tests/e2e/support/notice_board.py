"""A desktop's notification service for the window tests: it writes what it is told to show, a line each, into a file. A keyring comes with it.

Argument: the file. It prints "ready" once it is on the bus.
"""
import sys

import keyring_service
from gi.repository import Gio, GLib

INTERFACE = """<node><interface name="org.freedesktop.Notifications"><method name="Notify">
<arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
<arg type="u" direction="out"/></method></interface></node>"""


def called(bus, sender, path, interface, method, arguments, call):
    _, _, _, summary, body, *_ = arguments.unpack()
    with open(sys.argv[1], "a", encoding="utf-8") as file:
        file.write(f"{summary}: {body}\n")
    call.return_value(GLib.Variant("(u)", (1,)))


def on_bus(bus, name):
    bus.register_object("/org/freedesktop/Notifications", Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], called)


def begin(*_):
    keyring_service.own(lambda: print("ready", flush=True))


Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.Notifications", 0, on_bus, begin, None)
GLib.MainLoop().run()
