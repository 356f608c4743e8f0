"""Texts as searches read them, the same on every server whatever it takes for a letter. See ``curation.folding``."""

import unicodedata

from django.db import migrations

# All beyond ASCII that is no letter, figure or mark nor made of one. Gaps with nothing in them are counted in.
BEYOND = """
80-A9 AB-AC AE-B1 B4 B6-B8 BB BF D7 F7 2B9-2DF 2E5-2FF 375 37A 37E 384-385 387 3F6 482 55A-55F 589-58F 5BE 5C0 5C3 5C6
5F3-60F 61B-61F 66A-66D 6D4 6DD-6DE 6E9 6FD-6FE 700-70F 7F6-7F9 7FE-7FF 830-83E 85E 888 890-891 8E2 964-965 970
9F2-9FB 9FD A76 AF0-AF1 B70 B72-B77 BF0-BFA C77-C7F C84 D4F D58-D5E D70-D79 DF4 E3F E4F E5A-E5B F01-F17 F1A-F1F
F2A-F34 F36 F38 F3A-F3D F85 FBE-FC5 FC7-FDA 104A-104F 109E-109F 10FB 1360-137C 1390-1399 1400 166D-166E 1680 169B-169C
16EB-16ED 1735-1736 17D4-17D6 17D8-17DB 17F0-180A 180E 1940-1945 19DA-19FF 1A1E-1A1F 1AA0-1AA6 1AA8-1AAD 1B5A-1B6A
1B74-1B7E 1BFC-1BFF 1C3B-1C3F 1C7E-1C7F 1CC0-1CC7 1CD3 1FBD 1FBF-1FC1 1FCD-1FCF 1FDD-1FDF 1FED-1FEF 1FFD-200B
200E-205F 2061-206F 207A-207E 208A-208E 20A0-20A7 20A9-20C0 2104 2108 2114 2117-2118 211E-211F 2123 2125 2127 2129
212E 213A 2140-2144 214A-214D 214F 218A-244A 24EB-2BFF 2CE5-2CEA 2CF9-2CFF 2D70 2E00-2E2E 2E30-2E9E 2EA0-2EF2
2FF0-3004 3008-3020 3030 3036-3037 303D-303F 30A0 30FB 3190-3191 31C0-31E3 3248-324F 327F 4DC0-4DFF A490-A4C6
A4FE-A4FF A60D-A60F A673 A67E A6F2-A716 A720-A721 A789-A78A A828-A82B A830-A839 A874-A877 A8CE-A8CF A8F8-A8FA A8FC
A92E-A92F A95F A9C1-A9CD A9DE-A9DF AA5C-AA5F AA77-AA79 AADE-AADF AAF0-AAF1 AB5B AB6A-AB6B ABEB E000-F8FF FB29
FBB2-FBC2 FD3E-FD4F FDCF FDFD-FDFF FE10-FE19 FE30-FE6B FF01-FF0F FF1A-FF20 FF3B-FF40 FF5B-FF65 FFE0-FFFD 10100-1013F
10175-101FC 102E1-102FB 10320-10323 1039F 103D0 1056F 10857-1085F 10877-1087F 108A7-108AF 108FB-108FF 10916-1091F
1093F 109BC-109BD 109C0-109FF 10A40-10A58 10A7D-10A7F 10A9D-10A9F 10AC8 10AEB-10AF6 10B39-10B3F 10B58-10B5F
10B78-10B7F 10B99-10BAF 10CFA-10CFF 10E60-10E7E 10EAD 10F1D-10F26 10F51-10F59 10F86-10F89 10FC5-10FCB 11047-11065
110BB-110C1 110CD 11140-11143 11174-11175 111C5-111C8 111CD 111DB 111DD-111F4 11238-1123D 112A9 1144B-1144F
1145A-1145D 114C6 115C1-115D7 11641-11643 11660-1166C 116B9 1173A-1173F 1183B 118EA-118F2 11944-11946 119E2
11A3F-11A46 11A9A-11A9C 11A9E-11AA2 11C41-11C45 11C5A-11C71 11EF7-11EF8 11FC0-11FFF 12470-12474 12FF1-12FF2
13430-13438 16A6E-16A6F 16AF5 16B37-16B3F 16B44-16B45 16B5B-16B61 16E80-16E9A 16FE2 1BC9C 1BC9F-1BCA3 1CF50-1D378
1D6C1 1D6DB 1D6FB 1D715 1D735 1D74F 1D76F 1D789 1D7A9 1D7C3 1D800-1D9FF 1DA37-1DA3A 1DA6D-1DA74 1DA76-1DA83
1DA85-1DA8B 1E14F 1E2FF 1E8C7-1E8CF 1E95E-1ED3D 1EEF0-1F0F5 1F10B-1F10F 1F12F 1F150-1F169 1F16D-1F18F 1F191-1F1FF
1F260-1FBCA E0001-E007F F0000-10FFFF
"""
SEPARATORS = "".join("-".join(f"\\U{part:0>8}" for part in span.split("-")) for span in BEYOND.split())
# In Latin, Greek, Cyrillic and Armenian. Which letters belong together never changes in Unicode.
CAPITALS = "".join(
    letter
    for letter in map(chr, range(0x80, 0x590))
    if len(letter.lower()) == 1 and letter.lower() != letter == unicodedata.normalize("NFKD", letter)
)
SMALL = CAPITALS.lower().translate(str.maketrans("øłđðħŧı", "olddhti"))

# Whatever it calls belongs to the database itself, so that it also works while a dump is read in.
FORWARD = rf"""
CREATE FUNCTION search_fold(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $fold$
BEGIN
  IF value IS NULL THEN
    RETURN '';
  END IF;
  IF octet_length(value) <> char_length(value) THEN
    -- Signs, then small figures, then marks and what is invisible, then all that is no part of a word.
    value := translate(value, U&'\2120\2122\309B\309C\266F', '    #');
    value := regexp_replace(value, '([\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2460-\u24ff\u2776-\u2793])', ' \1 ', 'g');
    value := regexp_replace(normalize(value, NFKD), '[\u00ad\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u2060\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U000e0100-\U000e01ef]+', '', 'g');
    value := normalize(regexp_replace(value, '[{SEPARATORS}]', ' ', 'g'), NFC);
    IF octet_length(value) <> char_length(value) THEN
      value := translate(value, '{CAPITALS}øłđðħŧı', '{SMALL}olddhti');
      value := replace(replace(replace(replace(replace(value, 'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
    END IF;
  END IF;
  IF value LIKE '%IT%' THEN
    value := regexp_replace(value, '(?<![A-Za-z0-9])IT(?![A-Za-z0-9])', 'itit', 'g');
  END IF;
  IF value LIKE '%++%' THEN
    value := regexp_replace(value, '(?<![A-Za-z0-9])([A-Za-z])[+][+]', '\1plusplus ', 'g');
  END IF;
  IF value LIKE '%#%' THEN
    value := regexp_replace(value, '(?<![A-Za-z0-9])([A-Za-z])#(?![A-Za-z0-9])', '\1sharp ', 'g');
  END IF;
  value := btrim(regexp_replace(lower(value COLLATE "C"), '[\x01-/:-@\[-`{{-\x7f]+', ' ', 'g'));
  value := regexp_replace(value, '(?<![^ ])(?!(?:his|was|has|this|news)(?![^ ]))([b-df-hj-np-tv-xz0-9]+[aeiouy]|[b-df-hj-np-tv-xz0-9]+[b-df-hj-np-rtv-xz0-9])s(?![^ ])', '\1', 'g');
  RETURN regexp_replace(value, '(?<![^ ])(on|off|up|down|out|over|in|no|not)(?![^ ])', '\1\1', 'g');
END
$fold$;
"""


class Migration(migrations.Migration):
    dependencies = [("curation", "0005_encoding_of_an_import")]

    operations = [migrations.RunSQL(FORWARD, "DROP FUNCTION search_fold(text)")]
