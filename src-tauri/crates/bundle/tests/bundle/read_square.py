"""Reads the squares (QR codes) on a grey picture with ZXing and prints what they hold, a line each.

read_square.py PAGE.pgm
"""

import sys

import zxingcpp

with open(sys.argv[1], "rb") as file:
    assert file.readline() == b"P5\n"
    width, height = (int(number) for number in file.readline().split())
    assert file.readline() == b"255\n"
    page = memoryview(file.read()).cast("B", (height, width))
for square in zxingcpp.read_barcodes(page):
    print(square.text)
