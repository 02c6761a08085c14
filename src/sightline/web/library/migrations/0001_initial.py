"""The first table of corrections."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(db_index=True, max_length=64)),
                ('start', models.PositiveIntegerField(default=0)),
                ('end', models.PositiveIntegerField(default=0)),
                ('quote', models.TextField(blank=True)),
                ('field', models.CharField(choices=[('themes', 'Themes'), ('polarity', 'What it says'), ('not_a_finding', 'Not a finding'), ('fact', 'A fact')], max_length=20)),
                ('fact', models.CharField(blank=True, max_length=40)),
                ('event', models.PositiveSmallIntegerField(default=0)),
                ('was', models.JSONField()),
                ('now', models.JSONField()),
                ('reason', models.TextField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_why', models.TextField(blank=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections_withdrawn', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-id'],
                'indexes': [models.Index(fields=['withdrawn_at'], name='library_in_force')],
                'constraints': [models.CheckConstraint(condition=models.Q(('end__gte', models.F('start'))), name='library_span_in_order')],
            },
        ),
    ]
