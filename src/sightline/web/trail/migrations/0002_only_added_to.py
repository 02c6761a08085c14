"""The database itself refuses to change or remove a row of the trail."""

from django.db import migrations

_SQLITE = """
CREATE TRIGGER trail_kept_{name} BEFORE {what} ON trail_entry
BEGIN SELECT RAISE(ABORT, 'the trail is only added to'); END;
"""
_POSTGRES = """
CREATE FUNCTION trail_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the trail is only added to'; END $$;
CREATE TRIGGER trail_kept BEFORE UPDATE OR DELETE ON trail_entry
FOR EACH ROW EXECUTE FUNCTION trail_kept();
"""


def _add(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name, what in (("update", "UPDATE"), ("delete", "DELETE")):
            schema_editor.execute(_SQLITE.format(name=name, what=what))
    else:
        schema_editor.execute(_POSTGRES)


def _remove(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER trail_kept_{name}")
    else:
        schema_editor.execute("DROP TRIGGER trail_kept ON trail_entry; DROP FUNCTION trail_kept()")


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]
    operations = [migrations.RunPython(_add, _remove)]
