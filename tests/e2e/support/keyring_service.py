"""As much of a desktop's keyring (freedesktop.org Secret Service API 0.2) as a program needs that keeps, finds and deletes one secret.

It is always open, asks nobody, and forgets everything when it ends.
"""
from gi.repository import Gio, GLib

ROOT = "/org/freedesktop/secrets"
SESSION = ROOT + "/session/s1"
COLLECTION = ROOT + "/collection/login"
INTERFACES = """<node>
<interface name="org.freedesktop.Secret.Service">
<method name="OpenSession"><arg type="s" direction="in"/><arg type="v" direction="in"/><arg type="v" direction="out"/><arg type="o" direction="out"/></method>
<method name="ReadAlias"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
<method name="SearchItems"><arg type="a{ss}" direction="in"/><arg type="ao" direction="out"/><arg type="ao" direction="out"/></method>
<method name="Unlock"><arg type="ao" direction="in"/><arg type="ao" direction="out"/><arg type="o" direction="out"/></method>
</interface>
<interface name="org.freedesktop.Secret.Collection">
<method name="CreateItem"><arg type="a{sv}" direction="in"/><arg type="(oayays)" direction="in"/><arg type="b" direction="in"/><arg type="o" direction="out"/><arg type="o" direction="out"/></method>
</interface>
<interface name="org.freedesktop.Secret.Item">
<method name="GetSecret"><arg type="o" direction="in"/><arg type="(oayays)" direction="out"/></method>
<method name="Delete"><arg type="o" direction="out"/></method>
</interface></node>"""
SERVICE, COLLECTIONS, ITEM = Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces

items = {}


def service(bus, sender, path, interface, method, words, call):
    words = words.unpack()
    if method == "OpenSession":
        call.return_value(GLib.Variant("(vo)", (GLib.Variant("s", ""), SESSION)))
    elif method == "ReadAlias":
        call.return_value(GLib.Variant("(o)", (COLLECTION,)))
    elif method == "SearchItems":
        found = [path for path, (named, _, _) in items.items() if words[0].items() <= named.items()]
        call.return_value(GLib.Variant("(aoao)", (found, [])))
    else:
        call.return_value(GLib.Variant("(aoo)", (words[0], "/")))


def collection(bus, sender, path, interface, method, words, call):
    properties, (_, _, secret, _), replace = words.unpack()
    named = properties["org.freedesktop.Secret.Item.Attributes"]
    item = next((path for path, kept in items.items() if replace and kept[0] == named), None)
    if item is None:
        item = f"{COLLECTION}/i{len(items)}"
        number = bus.register_object(item, ITEM, one_item)
    else:
        number = items[item][2]
    items[item] = (named, bytes(secret), number)
    call.return_value(GLib.Variant("(oo)", (item, "/")))


def one_item(bus, sender, path, interface, method, words, call):
    if method == "GetSecret":
        value = (words.unpack()[0], [], items[path][1], "text/plain")
        call.return_value(GLib.Variant("((oayays))", (value,)))
    else:
        bus.unregister_object(items.pop(path)[2])
        call.return_value(GLib.Variant("(o)", ("/",)))


def own(ready):
    """Takes the keyring's name on the session's bus and calls `ready` when it is there."""

    def on_bus(bus, name):
        bus.register_object(ROOT, SERVICE, service)
        bus.register_object(COLLECTION, COLLECTIONS, collection)

    Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.secrets", 0, on_bus, lambda *_: ready(), None)
