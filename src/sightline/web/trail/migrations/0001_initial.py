"""The first tables."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('person', models.CharField(db_index=True, max_length=200)),
                ('role', models.CharField(blank=True, max_length=20)),
                ('action', models.CharField(db_index=True, max_length=40)),
                ('about', models.CharField(blank=True, max_length=300)),
                ('reference', models.CharField(blank=True, db_index=True, max_length=64)),
                ('reason', models.TextField(blank=True)),
                ('detail', models.JSONField(blank=True, default=dict)),
                ('request', models.CharField(blank=True, max_length=32)),
            ],
            options={
                'ordering': ['-at', '-id'],
            },
        ),
    ]
