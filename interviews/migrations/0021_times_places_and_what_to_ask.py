"""An interview has a time, a place or link, what is known of the company and what to ask there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0020_rounds_of_applications"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="interview",
            options={
                "ordering": ("on", models.OrderBy(models.F("at"), nulls_last=True), "pk"),
                "verbose_name_plural": "learners' interviews",
            },
        ),
        migrations.AddField(
            model_name="interview",
            name="about_company",
            field=models.CharField(blank=True, max_length=5000, verbose_name="about the company"),
        ),
        migrations.AddField(
            model_name="interview",
            name="at",
            field=models.TimeField(blank=True, null=True, verbose_name="time"),
        ),
        migrations.AddField(
            model_name="interview",
            name="place",
            field=models.CharField(blank=True, max_length=500, verbose_name="place or link"),
        ),
        migrations.AddField(
            model_name="interview",
            name="to_ask",
            field=models.CharField(blank=True, max_length=2000, verbose_name="questions to ask them"),
        ),
    ]
