"""A square that files can be dragged out of, for the window tests: it does what a file manager does.

Arguments: where it stands (x y), then the files. It says "ready" when it is on the screen, and ends when the drag has ended.
"""
import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

x, y, files = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
# A pop-up, because the display has no window manager that would place anything else.
window = Gtk.Window(type=Gtk.WindowType.POPUP)
window.set_default_size(100, 60)
window.move(x, y)
square = Gtk.EventBox()
square.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
square.drag_source_add_uri_targets()
square.connect("drag-data-get", lambda _w, _c, data, _i, _t: data.set_uris([pathlib.Path(f).as_uri() for f in files]))
square.connect("drag-end", lambda *_: Gtk.main_quit())
window.add(square)
window.connect("map-event", lambda *_: print("ready", flush=True))
window.show_all()
GLib.timeout_add_seconds(60, Gtk.main_quit)
Gtk.main()
