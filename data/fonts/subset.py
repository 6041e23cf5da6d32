"""Makes the fonts of this folder from their open originals. See README.md for sources and licences.

    python3 subset.py --noto DIR --wenkai DIR --plex FILE.woff2 --names divisions.txt --out DIR

Needs fonttools and brotli (Debian: fonttools, python3-brotli). Every made font gets a name of its own:
the originals reserve theirs, and a document must never pick up an installed font by accident.
"""
import argparse
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

MARKS = (
    "–—‘’“”…‧·•●▲■○□◆◇△▼★☆✓√€×÷≈≠≤≥±−→←↑↓‰℃㎡№§〔〕〖〗【】《》〈〉「」『』"
    "、。，；：？！（）％＋－＝￥¥‹›₂²³①②③④⑤⑥⑦⑧⑨⑩"
)
RARE_ON_SCREEN = "圐圙墕撖㼆䶮峁塬垴坬崾崄硷碥窎窊堨埝圪堎尕垯坫埫嘞嗄嬛珅堃喆翀昇晢玥祎𬱖𬙂𬍛𬭎𬭁㛃㭎"
FIGURES = "0123456789¥%,.+−-()/: "


def encoded(codec, first, second):
    found = set()
    for a in first:
        for b in second:
            try:
                found.add(bytes([a, b]).decode(codec))
            except UnicodeDecodeError:
                continue
    return found


def latin():
    return {chr(c) for c in range(0x20, 0x7F)} | {chr(c) for c in range(0xA0, 0x180)} | set(MARKS)


def rename(font, family):
    table = font["name"]
    kept = {n: table.getDebugName(n) for n in (0, 5, 13, 14)}
    table.names = []
    names = {1: family, 2: "Regular", 3: family + " subset", 4: family, 6: family.replace(" ", "")}
    for number, text in {**kept, **names}.items():
        if text:
            table.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [family.replace(" ", "")]
        top = cff.topDictIndex[0]
        for key in ("FullName", "FamilyName", "Weight", "Notice", "Copyright"):
            if key in top.rawDict:
                del top.rawDict[key]
            top.__dict__.pop(key, None)
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = 0x40
    font["head"].macStyle = 0


def make(font, characters, family, target, flavor=None):
    options = Options()
    options.hinting = False
    options.layout_features = ["kern"]
    options.notdef_outline = True
    options.glyph_names = False
    options.flavor = flavor
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    rename(font, family)
    font.flavor = flavor
    font.save(target)
    print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size} bytes")


def noto(folder, face):
    collection = TTCollection(folder / f"Noto{face}.ttc", lazy=True)
    return next(f for f in collection.fonts if f["name"].getDebugName(1).endswith("CJK SC"))


def main():
    parser = argparse.ArgumentParser()
    for name in ("noto", "wenkai", "plex", "names", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    common = encoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)) | latin() | set(RARE_ON_SCREEN) | set(args.names.read_text("utf-8"))
    wide = common | encoded("gbk", range(0x81, 0xFF), [*range(0x40, 0x7F), *range(0x80, 0xFF)])
    wenkai = args.wenkai / "LXGWWenKai-Regular.ttf"
    beyond = {chr(c) for c in TTFont(wenkai).getBestCmap() if 0x3400 <= c < 0x4DC0 or 0x4E00 <= c < 0xA000 or c >= 0x20000}
    song = {chr(c) for c in noto(args.noto, "SerifCJK-Regular").getBestCmap()}
    make(noto(args.noto, "SerifCJK-Regular"), wide | (beyond & song), "Silian Song", args.out / "song.otf")
    make(noto(args.noto, "SerifCJK-Bold"), common, "Silian Title", args.out / "title.otf")
    make(noto(args.noto, "SansCJK-Bold"), common, "Silian Hei", args.out / "hei.otf")
    make(TTFont(wenkai), beyond - song, "Silian Rare", args.out / "rare.ttf")
    make(TTFont(wenkai), set(RARE_ON_SCREEN), "Silian Rare", args.out / "rare.woff2", "woff2")
    make(TTFont(args.plex), set(FIGURES), "Silian Figures", args.out / "digits.woff2", "woff2")


main()
